import type { Maybe } from './values';

export type Labels = Readonly<Record<string, string>>;

/** The series that a status must have. A series that is said twice is the later one. */
export class Expectation {
  readonly series = new Map<string, number>();

  /** @param common what every series has as labels */
  constructor(private readonly common: Labels = {}) {}

  /** One series, if there is a value. */
  add(name: string, labels: Labels, value: Maybe): void {
    if (value !== undefined) this.series.set(seriesName(name, { ...labels, ...this.common }), value);
  }

  /** An info series: `keys` say of what, `facts` what there is to say. Nothing to say, no series. */
  info(name: string, keys: Labels, facts: Labels): void {
    if (Object.values(facts).some((fact) => fact !== '')) this.add(name, { ...keys, ...facts }, 1);
  }

  /** An info series of the group `legacy`: an empty text is a text, and only where there is none there is no series. */
  legacyInfo(name: string, keys: Labels, facts: Readonly<Record<string, string | undefined>>): void {
    const texts = Object.entries(facts).map(([fact, text]) => [fact, text ?? ''] as const);
    if (Object.values(facts).some((fact) => fact !== undefined)) {
      this.add(name, { ...keys, ...Object.fromEntries(texts) }, 1);
    }
  }

  /** A state set: one series for each state, 1 for the present one. A state that is none of them is `other`. */
  states(name: string, labels: Labels, states: readonly string[], present: string | undefined): void {
    if (present === undefined) return;
    const now = states.includes(present) ? present : 'other';
    for (const state of [...states, 'other']) this.add(name, { ...labels, state }, state === now ? 1 : 0);
  }
}

/** `name{label="value"}`, the labels in the order of their names. */
export function seriesName(name: string, labels: Labels): string {
  const sorted = Object.entries(labels).sort(([one], [other]) => (one < other ? -1 : 1));
  if (sorted.length === 0) return name;
  return `${name}{${sorted.map(([label, value]) => `${label}=${JSON.stringify(value)}`).join(',')}}`;
}
