import { Decoder } from '@snp/catalogue';
import { SeriesStore } from '@snp/exposition';
import fc from 'fast-check';
import { OPTIONS } from '../../testing/bench';
import { ManualClock } from '../../testing/manual-clock';
import { Elements } from './elements';
import { StatusIntake } from './status-intake';

const decoder = new Decoder(OPTIONS.catalogue);
/** One for all, since it takes longer to make than a run. */
const store = new SeriesStore(decoder.families, { maxSeriesPerTarget: 20_000 });
const WINDOW_MS = 2000;

/** One of a few objects, each with values of its own. */
function status(object: number, value: number): string {
  const body = { Board_Temperatures: { Main_Board: `${value} °C` }, ptpStatus: { ptpCtlrState: 'Locked' } };
  const type = ['system', 'ptp', 'procChannelHD', 'ipVidRx', 'news'][object % 5];
  return JSON.stringify({ type, object_ID: `${type}-${object}`, ...body });
}

interface Part {
  readonly objects: readonly number[];
  /** Since the first part. */
  readonly atMs: number;
  /** Whether the process is late when it comes. */
  readonly isLate: boolean;
}

/** What is known of a device after its pictures, a minute apart. */
function known(pictures: readonly (readonly Part[])[]): string[] {
  const clock = new ManualClock();
  const target = store.addTarget('SNP');
  let isLate = false;
  const intake = new StatusIntake(
    decoder.device(),
    target,
    { clock, loop: { isLate: () => isLate }, maxDelayMs: 2500, elements: new Elements([]) },
    { applied: () => undefined, forgotten: () => undefined, undecodable: () => undefined },
  );
  for (const [value, parts] of pictures.entries()) {
    const begun = clock.monotonic();
    for (const part of [...parts].sort((a, b) => a.atMs - b.atMs)) {
      clock.advance(begun + part.atMs - clock.monotonic());
      ({ isLate } = part);
      const statuses = part.objects.map((object) => status(object, value));
      intake.receive(statuses, true, clock.monotonic());
    }
    clock.advance(60_000);
  }
  const objects = [...intake.objects()].map(({ type, objectId, text }) => `${type}/${objectId} ${text}`);
  const series = [...target.list()].map(({ family, labels, value }) => JSON.stringify([family.name, labels, value]));
  intake.clear();
  target.remove();
  return [...objects, ...series].sort();
}

const objects = fc.uniqueArray(fc.nat(7), { minLength: 1, maxLength: 8 });

/** A picture, in one message and in several, each within two seconds of the one before. */
const picture = objects.chain((all) => {
  const places = fc.array(fc.nat(3), { minLength: all.length, maxLength: all.length });
  const pauses = fc.array(fc.nat(WINDOW_MS), { minLength: 4, maxLength: 4 });
  const pressure = fc.array(fc.boolean(), { minLength: 4, maxLength: 4 });
  return fc.tuple(places, pauses, pressure).map(([place, pause, isLate]) => {
    const split = pause.map((_ms, index) => ({
      objects: all.filter((_object, position) => place[position] === index),
      atMs: pause.slice(1, index + 1).reduce((sum, ms) => sum + ms, 0),
      isLate: isLate[index] ?? false,
    }));
    return { whole: [{ objects: all, atMs: 0, isLate: false }], split };
  });
});

describe('any full picture that comes in several messages, each within two seconds of the one before', () => {
  it('is the same as in one message, whatever was known before and however late the process is', () => {
    fc.assert(
      fc.property(fc.array(picture, { minLength: 1, maxLength: 3 }), (pictures) => {
        expect(known(pictures.map(({ split }) => split))).toEqual(known(pictures.map(({ whole }) => whole)));
      }),
      { numRuns: 200 },
    );
  });

  it('leaves nothing of what an earlier picture had and it has not', () => {
    fc.assert(
      fc.property(picture, picture, (earlier, later) => {
        expect(known([earlier.split, later.split]).map(withoutValue)).toEqual(known([later.whole]).map(withoutValue));
      }),
      { numRuns: 200 },
    );
  });
});

/** The values say in which picture an object came. */
function withoutValue(line: string): string {
  return line.replace(/\d+ °C/, '').replace(/,[\d.]+\]$/, '');
}
