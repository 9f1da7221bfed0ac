import { Decoder } from '@snp/catalogue';
import { SeriesStore } from '@snp/exposition';
import type { Status } from '@snp/protocol';
import fc from 'fast-check';
import { OPTIONS } from '../../testing/bench';
import { ManualClock } from '../../testing/manual-clock';
import { Elements } from './elements';
import { StatusIntake } from './status-intake';

const decoder = new Decoder(OPTIONS.catalogue);
const OWN = '10.9.73.6';
const FURTHER = '10.0.0.2';

/** The PTP status of an element, as text. */
function ptp(address: string, state: string, seconds = 0): string {
  return JSON.stringify({
    type: 'ptp',
    object_ID: 'ptp',
    fme_ip: address,
    ptpStatus: { ptpCtlrState: state, seconds },
  });
}

function intake(addresses: readonly string[]) {
  const store = new SeriesStore(decoder.families, { maxSeriesPerTarget: 20_000 });
  const target = store.addTarget('SNP');
  const applied: Status[] = [];
  const pressure = { isLate: false };
  const clock = new ManualClock();
  const subject = new StatusIntake(
    decoder.device(),
    target,
    {
      clock,
      loop: { isLate: () => pressure.isLate },
      maxDelayMs: 2500,
      elements: new Elements(addresses.map((elementIP) => ({ elementIP }))),
    },
    { applied: (status) => applied.push(status), forgotten: () => undefined, undecodable: () => undefined },
  );
  const receive = (...statuses: unknown[]) => subject.receive(statuses, false, clock.monotonic());
  /** By element, `-` for the first one. */
  const locked = () =>
    Object.fromEntries(
      [...target.list('ic_snp_ptp_locked')].map(({ labels, value }) => [labels['element'] ?? '-', value]),
    );
  return { subject, receive, locked, applied, pressure, clock, target };
}

describe('the same object of two elements', () => {
  it('has two series: those of the further element have its address as a label', () => {
    const { receive, locked, applied, subject } = intake(['127.0.0.1', FURTHER]);
    receive(ptp(OWN, 'Locked'), ptp(FURTHER, 'Unlocked'));
    expect(locked()).toEqual({ '-': 1, [FURTHER]: 0 });
    expect(applied.map(({ element }) => element)).toEqual([undefined, FURTHER]);
    expect(Array.from(subject.objects(), ({ element }) => element)).toEqual([undefined, FURTHER]);
    receive(ptp(FURTHER, 'Locked'));
    receive(ptp(OWN, 'Unlocked'));
    expect(locked()).toEqual({ '-': 0, [FURTHER]: 1 });
  });

  it.each([
    [
      'in one message',
      (receive: (...all: unknown[]) => number) => receive(ptp(FURTHER, 'Unlocked'), ptp(OWN, 'Locked')),
    ],
    [
      'in two messages',
      (receive: (...all: unknown[]) => number) => [receive(ptp(FURTHER, 'Unlocked')), receive(ptp(OWN, 'Locked'))],
    ],
  ])('is told apart also when the further element comes first, %s', (_how, send) => {
    const { receive, locked } = intake(['127.0.0.1', FURTHER]);
    send(receive);
    expect(locked()).toEqual({ '-': 1, [FURTHER]: 0 });
  });

  it('is told apart where the first object names an address, and where there are three', () => {
    const { receive, locked } = intake([OWN, FURTHER, '10.0.0.3', FURTHER]);
    receive(ptp(OWN, 'Locked'), ptp(FURTHER, 'Unlocked'), ptp('10.0.0.3', 'Locked'));
    expect(locked()).toEqual({ '-': 1, [FURTHER]: 0, '10.0.0.3': 1 });
  });

  it('is told apart while messages are merged', () => {
    const { receive, locked, pressure, clock } = intake(['127.0.0.1', FURTHER]);
    pressure.isLate = true;
    receive(ptp(OWN, 'Locked'), ptp(FURTHER, 'Unlocked'));
    clock.advance(3000);
    expect(locked()).toEqual({ '-': 1, [FURTHER]: 0 });
  });

  it.each([
    ['the own one first', [OWN, FURTHER]],
    ['the further one first', [FURTHER, OWN]],
  ])('is told apart where the full picture is a message for each element, %s', (_order, addresses) => {
    const { subject, locked, clock } = intake(['127.0.0.1', FURTHER]);
    for (const value of [0, 1]) {
      for (const address of addresses) {
        const state = address === OWN ? 'Locked' : 'Unlocked';
        subject.receive([ptp(address, state, value)], true, clock.monotonic());
        clock.advance(1000);
      }
      clock.advance(60_000);
      expect(locked()).toEqual({ '-': 1, [FURTHER]: 0 });
    }
  });

  it.each([
    ['FD00::2', 'fd00::2'],
    ['fd00:0:0:0:0:0:0:2', 'fd00::2'],
    ['10.0.0.2', '::ffff:10.0.0.2'],
    ['10.0.0.2', ' 10.0.0.2 '],
    ['fe80::1%eth0', 'FE80::1%ETH0'],
    ['Frame-2', 'frame-2'],
  ])('is told apart however its address %s is written: %s', (named, reported) => {
    const { receive, locked } = intake(['127.0.0.1', named]);
    receive(ptp(OWN, 'Locked'), ptp(reported, 'Unlocked'));
    expect(locked()).toEqual({ '-': 1, [named]: 0 });
  });

  it('is gone with its element', () => {
    const { subject, receive, locked, clock } = intake(['127.0.0.1', FURTHER]);
    receive(ptp(OWN, 'Locked'), ptp(FURTHER, 'Unlocked'));
    clock.advance(3000);
    subject.receive([ptp(OWN, 'Locked')], true, clock.monotonic());
    clock.advance(3000);
    expect(locked()).toEqual({ '-': 1 });
  });
});

describe('one element', () => {
  it.each([
    ['by 127.0.0.1', ['127.0.0.1'], OWN],
    ['by its own address', [OWN], OWN],
    ['by both', ['127.0.0.1', OWN], OWN],
    ['by an address that it does not report', ['10.1.1.1', FURTHER], OWN],
  ])('has its usual names and labels when subscribed %s', (_how, addresses, address) => {
    const { receive, locked } = intake(addresses);
    receive(ptp(address, 'Locked'));
    receive(ptp(address, 'Unlocked', 1));
    expect(locked()).toEqual({ '-': 0 });
  });

  it.each([undefined, null, 7, '', {}])('is meant by a status whose address is %p', (address) => {
    const { receive, locked } = intake(['127.0.0.1', FURTHER]);
    receive(ptp(FURTHER, 'Unlocked'), ptp(OWN, 'Locked'));
    receive({ ...(JSON.parse(ptp(OWN, 'Unlocked')) as object), fme_ip: address });
    expect(locked()).toEqual({ '-': 0, [FURTHER]: 0 });
  });
});

it('whatever the order and grouping, the newest status of each element counts', () => {
  const sent = fc.record({ isFurther: fc.boolean(), isLocked: fc.boolean() });
  fc.assert(
    fc.property(
      fc.array(fc.array(sent, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 6 }),
      (messages) => {
        const { receive, locked } = intake(['127.0.0.1', FURTHER]);
        for (const [at, message] of messages.entries()) {
          receive(
            ...message.map(({ isFurther, isLocked }, part) =>
              ptp(isFurther ? FURTHER : OWN, isLocked ? 'Locked' : 'Unlocked', at * 10 + part),
            ),
          );
        }
        const last = (wanted: boolean) =>
          messages
            .flat()
            .filter(({ isFurther }) => isFurther === wanted)
            .at(-1)?.isLocked;
        const [own, further] = [last(false), last(true)];
        const value = (isLocked: boolean | undefined) => (isLocked === undefined ? undefined : Number(isLocked));
        const expected =
          own === undefined
            ? { '-': value(further) }
            : { '-': value(own), ...(further !== undefined && { [FURTHER]: value(further) }) };
        expect(locked()).toEqual(expected);
      },
    ),
  );
});
