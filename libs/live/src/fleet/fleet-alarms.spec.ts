import { anAlarm, START } from '../testing/fakes';
import { FleetAlarms } from './fleet-alarms';

const power = anAlarm();
const fan = anAlarm({ id: '7', reason: 'Fan stalled', location: 'Front' });

describe('the alarms of a device', () => {
  it('are raised and cleared as the complete lists differ', () => {
    const alarms = new FleetAlarms();
    expect(alarms.update(1, [power], START)).toEqual({ raised: [{ alarm: power, firstSeenAt: START }], cleared: [] });
    expect(alarms.update(1, [power, fan], START + 1)).toEqual({
      raised: [{ alarm: fan, firstSeenAt: START + 1 }],
      cleared: [],
    });
    expect(alarms.update(1, [fan], START + 2)).toEqual({ raised: [], cleared: [{ alarm: power, firstSeenAt: START }] });
    expect(alarms.update(1, [fan], START + 3)).toEqual({ raised: [], cleared: [] });
  });

  it('are those of each device alone', () => {
    const alarms = new FleetAlarms();
    alarms.update(1, [power], START);
    expect(alarms.update(2, [power], START).raised).toHaveLength(1);
  });

  it('are not raised again when the exporter was restarted meanwhile', () => {
    const alarms = new FleetAlarms();
    alarms.restore(1, [{ alarm: power, firstSeenAt: START - 5_000 }]);
    expect(alarms.update(1, [{ ...power, raisedAt: START }], START)).toEqual({ raised: [], cleared: [] });
    expect(alarms.lookUp(1, [power], START)).toEqual([{ alarm: power, firstSeenAt: START - 5_000 }]);
  });

  it('are one where all of id, object, location and reason are the same', () => {
    const alarms = new FleetAlarms();
    const sameAgain = { ...power, raisedAt: 7 };
    const elsewhere = { ...power, location: 'Elsewhere' };
    expect(alarms.update(1, [power, sameAgain, elsewhere], START).raised.map(({ alarm }) => alarm)).toEqual([
      power,
      elsewhere,
    ]);
  });

  it('are at most 500, with texts of at most 512 characters, whatever the device sends', () => {
    const alarms = new FleetAlarms();
    const flood = Array.from({ length: 2_000 }, (_, number) =>
      anAlarm({ id: String(number), reason: 'x'.repeat(10_000) }),
    );
    const { raised } = alarms.update(1, flood, START);
    expect(raised).toHaveLength(500);
    expect(raised[0]?.alarm.reason).toHaveLength(512);
    expect(alarms.update(1, flood, START)).toEqual({ raised: [], cleared: [] });
  });
});
