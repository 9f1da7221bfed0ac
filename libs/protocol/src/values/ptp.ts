import { MAX_WORD_LENGTH, slug } from './text';

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

/** `"Primary/Secondary"`, `"Primary"`, `"Secondary"` or `"None"`. */
export function ptpLegs(raw: unknown): PtpLegs | undefined {
  if (typeof raw !== 'string' || raw.length > MAX_WORD_LENGTH) return undefined;
  return EXACT.get(raw) ?? ALIKE.get(slug(raw));
}
