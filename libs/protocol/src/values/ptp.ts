import { slug } from './text';

/** Which legs see a PTP master. */
export interface PtpLegs {
  readonly primary: boolean;
  readonly secondary: boolean;
}

const BOTH = { primary: true, secondary: true };

const SPELLINGS: Readonly<Record<string, PtpLegs>> = {
  'Primary/Secondary': BOTH,
  'Secondary/Primary': BOTH,
  Primary: { primary: true, secondary: false },
  Secondary: { primary: false, secondary: true },
  None: { primary: false, secondary: false },
};

const EXACT = new Map(Object.entries(SPELLINGS));
const ALIKE = new Map(Object.entries(SPELLINGS).map(([word, legs]) => [slug(word), legs]));

const LONGEST_WORD = 64;

/** `"Primary/Secondary"`, `"Primary"`, `"Secondary"` or `"None"`. */
export function ptpLegs(raw: unknown): PtpLegs | undefined {
  if (typeof raw !== 'string' || raw.length > LONGEST_WORD) return undefined;
  return EXACT.get(raw) ?? ALIKE.get(slug(raw));
}
