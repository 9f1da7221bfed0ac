/** The values of series over time, see `promtoolValues`; the label `target` is added. */
export type Series = Readonly<Record<string, string>>;

/** An alert that is expected of a device. */
export interface Expected {
  /** Its name, if it is not the one that the case is about. */
  readonly alert?: string;
  /** Labels beside those of every alert of a device. */
  readonly labels?: Readonly<Record<string, string>>;
  /** The summary, without the device. */
  readonly summary: string;
}

/** A device that has an alert at the end. */
export interface Firing extends Expected {
  readonly series: Series;
  /** Further alerts of the same device. */
  readonly others?: readonly Expected[];
}

/** What an alert says of devices, by what is the matter with them. */
export interface AlertCase {
  /** Minutes until the end. */
  readonly minutes: number;
  readonly fires: Readonly<Record<string, Firing>>;
  readonly silent: Readonly<Record<string, Series>>;
}

/** The cases by the name of the alert. */
export type AlertCases = Readonly<Record<string, AlertCase>>;

/** An alert about one series that is at fault while it has one value: it must go when the value changes or is absent. */
export function faultOf(name: string, labels: Readonly<Record<string, string>>, values: FaultValues): AlertCase {
  const { good, bad, summary, minutes = 12 } = values;
  const series = seriesName(name, labels);
  return {
    minutes,
    fires: { 'at fault': { series: { [series]: `${good} for 3m, ${bad}` }, labels, summary } },
    silent: {
      'no fault': { [series]: good },
      repaired: { [series]: `${bad} for ${minutes - 1}m, ${good}` },
      disconnected: { [series]: `${bad} for ${minutes - 1}m, none` },
    },
  };
}

interface FaultValues {
  readonly good: string;
  readonly bad: string;
  readonly summary: string;
  readonly minutes?: number;
}

/** A series as promtool writes it. */
export function seriesName(name: string, labels: Readonly<Record<string, string>>): string {
  const pairs = Object.entries(labels).map(([label, value]) => `${label}=${JSON.stringify(value)}`);
  return pairs.length === 0 ? name : `${name}{${pairs.join(',')}}`;
}
