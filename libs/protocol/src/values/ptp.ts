import { slug } from './text';

/** Which legs see a PTP master. */
export interface PtpLegs {
  readonly primary: boolean;
  readonly secondary: boolean;
}

const LEGS: ReadonlyMap<string, PtpLegs> = new Map([
  ['primary_secondary', { primary: true, secondary: true }],
  ['secondary_primary', { primary: true, secondary: true }],
  ['primary', { primary: true, secondary: false }],
  ['secondary', { primary: false, secondary: true }],
  ['none', { primary: false, secondary: false }],
]);

/** `"Primary/Secondary"`, `"Primary"`, `"Secondary"` or `"None"`. */
export function ptpLegs(raw: unknown): PtpLegs | undefined {
  return typeof raw === 'string' && raw.length < 64 ? LEGS.get(slug(raw)) : undefined;
}
