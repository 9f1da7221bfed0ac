import { ALARMS_SOURCE, SESSION_SOURCE } from './decoder';
import { isExported } from './index';
import { PretendDevice } from './testing/pretend-device';
import { stillAt } from './testing/still-clock';
import { OBJECT_TYPES } from '@snp/protocol';

const fans = (...rows: object[]) => ({ type: 'system', object_ID: 'system', Front_Fan_Stats: rows });
const speed = (index: number | string) => `ic_snp_front_fan_speed_rpm{index="${index}"}`;

describe('a decoder', () => {
  it('has the families of the groups that are switched on, and no others', () => {
    const { decoder } = new PretendDevice(['ptp', 'alarms']);
    expect(new Set(decoder.families.map(({ group }) => group))).toEqual(new Set(['ptp', 'alarms']));
    expect(new PretendDevice([]).decoder.families).toEqual([]);
    expect(new PretendDevice('all').decoder.families.length).toBeGreaterThan(140);
  });

  it('says how many series an object has', () => {
    const { device, target } = new PretendDevice(['system']);
    const status = (body: object) => ({ type: 'system', objectId: 'system', body: { ...body } });
    expect(device.status(status(fans({ idx: 1, RotationalSpeed: '5 RPM' }, { idx: 2, Status: 'OK' })), target)).toBe(2);
    expect(device.status(status({}), target)).toBe(0);
  });

  it.each(['GPI', 'SQM', 'brandNew', '__proto__', 'constructor', '@session', '@console'])(
    'makes no series of a status of type %s',
    (type) => {
      const { device, target } = new PretendDevice('all');
      const body = { type, isUp: true, uptimeSeconds: 5, Front_Fan_Stats: [{ idx: 1, Status: 'OK' }] };
      expect(device.status({ type, objectId: type, body }, target)).toBe(0);
      expect(target.seriesCount()).toBe(0);
    },
  );

  it('keeps the series of objects, alarms, polls and the session apart', () => {
    const { device, target } = new PretendDevice('all').says({
      type: 'ptp',
      object_ID: 'ptp',
      ptpStatus: { ptpCtlrState: 'Locked' },
    });
    device.alarms([], target, stillAt(0));
    device.system({ unitName: 'ROC-1' }, target);
    const sources = ['ptp/ptp', ALARMS_SOURCE, 'poll/system', SESSION_SOURCE];
    expect(sources.map((source) => target.seriesCount(source) > 0)).toEqual([true, true, true, false]);
    target.dropExcept((source) => source === ALARMS_SOURCE);
    expect(target.seriesCount()).toBe(1);
  });

  it('exports exactly the object types that are known to be worth it', () => {
    const exported = OBJECT_TYPES.filter(({ exported }) => exported).map(({ type }) => type);
    expect(OBJECT_TYPES.map(({ type }) => type).filter(isExported)).toEqual(exported);
    expect(['@session', 'brandNew', '__proto__'].filter(isExported)).toEqual([]);
  });
});

describe('a bad field', () => {
  const good = { idx: 1, Status: 'OK', RotationalSpeed: '12000 RPM' };

  it.each([undefined, null, '', 'N/A', 'Unknown', 12000, true, [], {}, ['12000 RPM'], '1e400 RPM', '12000', 'fast'])(
    'costs its own series only: %p',
    (RotationalSpeed) => {
      const device = new PretendDevice(['system']).says(fans({ ...good, RotationalSpeed }, { ...good, idx: 2 }));
      expect(device.series).toEqual({
        'ic_snp_front_fan_ok{index="1"}': 1,
        'ic_snp_front_fan_ok{index="2"}': 1,
        [speed(2)]: 12000,
      });
    },
  );

  it('takes back what it was before', () => {
    const device = new PretendDevice(['system']).says(fans(good)).says(fans({ ...good, RotationalSpeed: 'N/A' }));
    expect(device.series).toEqual({ 'ic_snp_front_fan_ok{index="1"}': 1 });
  });

  it.each([null, 5, 'rows', {}, [null, 5, 'x', []]])('may be a whole table: %j', (Front_Fan_Stats) => {
    const device = new PretendDevice(['system']).says({
      ...fans(),
      Front_Fan_Stats,
      General: { rebootRequired: false },
    });
    expect(device.series).toEqual({ ic_snp_reboot_required: 0 });
  });
});

describe('the rows of a table', () => {
  it('go when the device leaves them out', () => {
    const row = (idx: number) => ({ idx, RotationalSpeed: '5 RPM' });
    const device = new PretendDevice(['system']).says(fans(row(1), row(2))).says(fans(row(2)));
    expect(device.series).toEqual({ [speed(2)]: 5 });
  });

  it('with a repeated index are the last one, all of it', () => {
    const device = new PretendDevice(['system']).says(
      fans(
        { idx: 1, Status: 'OK', RotationalSpeed: '1 RPM' },
        { idx: 2, RotationalSpeed: '2 RPM' },
        { idx: 1, RotationalSpeed: '3 RPM' },
        { idx: '2', RotationalSpeed: '4 RPM' },
      ),
    );
    expect(device.series).toEqual({ [speed(1)]: 3, [speed(2)]: 4 });
  });

  it.each([undefined, null, '', 'one', -1, 1.5, 2 ** 60, {}])('with the index %p are left out', (idx) => {
    expect(new PretendDevice(['system']).says(fans({ idx, RotationalSpeed: '5 RPM' })).series).toEqual({});
  });

  it('may have any index', () => {
    const device = new PretendDevice(['system']).says(
      fans({ idx: 9_007_199_254_740_991, RotationalSpeed: '1 RPM' }, { idx: '4096', RotationalSpeed: '2 RPM' }),
    );
    expect(device.series).toEqual({ [speed('9007199254740991')]: 1, [speed(4096)]: 2 });
  });

  it('in any order and number are read in no time worth speaking of', () => {
    const rows = Array.from({ length: 50_000 }, (_, at) => ({ idx: 50_000 - at, RotationalSpeed: '5 RPM' }));
    const device = new PretendDevice(['system'], {}, 1000);
    const started = performance.now();
    device.says(fans(...rows));
    expect(performance.now() - started).toBeLessThan(50_000);
    expect(device.target.seriesCount()).toBe(1000);
    expect(device.target.droppedTotal).toBe(49_000);
  });
});

describe('what is remembered of a device', () => {
  it('stays right when it names more objects than anyone has', () => {
    const device = new PretendDevice(['inputs']);
    const input = (object_ID: string, VidStandard: string) => ({
      type: 'videoIn',
      object_ID,
      VideoInput: { VidPresent: true, VidStandard },
    });
    device.says(input('X-5', 'a'));
    for (let at = 0; at < 20_000; at++) {
      device.says(input(`Y-${at}`, 'a'));
      device.target.drop(`videoIn/Y-${at}`);
    }
    device.says(input('X-5', 'b'), input('Y-19999', 'c'), input('Y-7', 'a'));
    expect(device.family('ic_snp_sdi_input_info')).toEqual({
      'ic_snp_sdi_input_info{input="X-5",standard="b",colorimetry="",transfer=""}': 1,
      'ic_snp_sdi_input_info{input="Y-7",standard="a",colorimetry="",transfer=""}': 1,
      'ic_snp_sdi_input_info{input="Y-19999",standard="c",colorimetry="",transfer=""}': 1,
    });
    expect(device.family('ic_snp_sdi_input_present')).toHaveProperty(['ic_snp_sdi_input_present{input="Y-19999"}'], 1);
  });

  it('is not mixed up between devices of one decoder', () => {
    const first = new PretendDevice(['system']);
    const second = first.decoder.device();
    const target = first.store.addTarget('second');
    const status = (Serial: string) => ({
      type: 'system',
      objectId: 'system',
      body: { type: 'system', SNP_HW_Stats: { Serial } },
    });
    first.device.status(status('A'), first.target);
    second.status(status('B'), target);
    first.device.status(status('A'), first.target);
    expect([...first.target.list()].map(({ labels }) => labels.serial)).toEqual(['A']);
    expect([...target.list()].map(({ labels }) => labels.serial)).toEqual(['B']);
  });
});
