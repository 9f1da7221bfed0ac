import fc from 'fast-check';
import { PretendDevice, type Series } from '../pretend-device';
import { edited, placesOf, type Path } from './edits';

/** Nothing that a field of any kind can be read from; no boolean, which some fields are. */
const UNREADABLE: readonly unknown[] = [null, [], {}, [[]], { '': 0 }, [1], '@1e400@'];

/** What tells rows and objects apart is no value of its own. */
const NAMES: ReadonlySet<string | number> = new Set(['idx', 'type', 'object_ID', 'keyName', 'DSP_Number', 'name']);

/** Rows of a table are alike: a few stand for all. */
const ROWS = 4;

/** One field of one status, and something that nobody can read. */
export interface BadField {
  readonly status: string;
  readonly path: Path;
  readonly value: unknown;
}

/** Bad fields in any of these statuses, which are cut down to a few rows. */
export function badFields(statuses: readonly string[]): fc.Arbitrary<BadField> {
  const candidates = statuses.map((text) => {
    const document = JSON.parse(text, (_, value: unknown) =>
      Array.isArray(value) ? value.slice(0, ROWS) : value,
    ) as unknown;
    return { status: JSON.stringify(document), paths: placesOf(document).filter((path) => isValue(document, path)) };
  });
  return fc
    .record({ candidate: fc.constantFrom(...candidates), field: fc.nat(), value: fc.constantFrom(...UNREADABLE) })
    .map(({ candidate: { status, paths }, field, value }) => ({ status, path: paths[field % paths.length], value }));
}

function isValue(document: unknown, path: Path): boolean {
  const name = path[path.length - 1];
  const value = path.reduce<unknown>((node, key) => (node as Record<string | number, unknown>)[key], document);
  return typeof value !== 'object' && typeof name === 'string' && !NAMES.has(name);
}

/** Finds what a bad field costs beyond what it may. */
export class BadFieldJudge {
  private readonly device = new PretendDevice('all');

  /** The series that are not as they are when the field is missing. */
  damage({ status, path, value }: BadField): string[] {
    const [bad, missing] = (['replace', 'remove'] as const).map((act) =>
      this.seriesOf(edited(JSON.parse(status), [path], [{ place: 0, act, value }])),
    );
    const names = new Set([...Object.keys(bad), ...Object.keys(missing)]);
    return [...names].filter((name) => bad[name] !== missing[name]);
  }

  private seriesOf(status: string): Series {
    this.device.target.dropExcept(() => false);
    this.device.device = this.device.decoder.device();
    return this.device.says(JSON.parse(status) as object).series;
  }
}
