/** What is the same in all values of a field: how it is written, not what it says. */

const FORMS: readonly [form: string, pattern: RegExp][] = [
  [
    'nothing',
    /^(|N\/A|Unknown|Not Present|Not Available|Unsupported|None|Dst Unreachable|0\.0\.0\.0|0\.0 °C|Disabled|--)$/,
  ],
  ['temperature', /^-?\d+\.\d °C$/],
  ['speed', /^\d+ RPM$/],
  ['power', /^-?\d+\.\d dBm$/],
  ['rate', /^\d+\.\d+ [MG]bps$/],
  ['microseconds', /^-?\d+\.\d{3} us$/],
  ['duration', /^\d+(\.\d+)? ms$|^\d+ us$/],
  ['count', /^\d+$/],
  ['decimal', /^\d+\.\d$/],
  ['address', /^\d+\.\d+\.\d+\.\d+$/],
  ['Ethernet address', /^[\da-f]{2}(:[\da-f]{2}){5}$/i],
  ['clock identity', /^[\dA-F]{2}([ -])[\dA-F]{2}(\1[\dA-F]{2}){6}$/],
  ['time', /^[A-Z][a-z]{2} [A-Z][a-z]{2} [ \d]\d \d\d:\d\d:\d\d \d{4}$/],
  ['version', /^\d+(\.\d+)+$/],
  ['neighbour', /^\d+\.\d+\.\d+\.\d+ - \S+$/],
  ['padded', /\S +$/],
];

/** One field of one object type, over all its objects and rows. */
export interface Field {
  readonly forms: Set<string>;
}

/** By path (`ipWan.ipWanStatus.priRxRate`, `system.QSFP_Stats[].VendorName`); rows of a table are one. */
export type Shape = Map<string, Field>;

export function shapeOf(statuses: readonly Record<string, unknown>[]): Shape {
  const shape: Shape = new Map();
  for (const status of statuses) collect(String(status.type), status, shape);
  return shape;
}

function collect(path: string, value: unknown, shape: Shape): void {
  if (Array.isArray(value)) {
    for (const row of value) collect(`${path}[]`, row, shape);
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, part] of Object.entries(value)) collect(`${path}.${key}`, part, shape);
  } else {
    const field = shape.get(path) ?? { forms: new Set() };
    field.forms.add(formOf(value));
    shape.set(path, field);
  }
}

export function formOf(value: unknown): string {
  if (typeof value !== 'string') return typeof value;
  return FORMS.find(([, pattern]) => pattern.test(value))?.[0] ?? 'text';
}

/** Whether a value of that form may stand where the other was seen: what said nothing may say something. */
export function fits(form: string, seen: ReadonlySet<string>): boolean {
  if (seen.has(form)) return true;
  const isText = !['number', 'boolean', 'object'].includes(form);
  const saidNothing = [...seen].every((other) => other === 'nothing');
  return isText && (saidNothing || form === 'nothing' || seen.has('text'));
}

/** Lengths of the tables of a type, by path. */
export function tablesOf(statuses: readonly Record<string, unknown>[]): Map<string, Set<number>> {
  const tables = new Map<string, Set<number>>();
  const visit = (path: string, value: unknown): void => {
    if (Array.isArray(value)) tables.set(path, (tables.get(path) ?? new Set()).add(value.length));
    else if (typeof value === 'object' && value !== null) {
      for (const [key, part] of Object.entries(value)) visit(`${path}.${key}`, part);
    }
  };
  for (const status of statuses) visit(String(status.type), status);
  return tables;
}
