import { InternedTexts } from './interned-texts';

/** Longer label values are cut here; in UTF-16 code units. */
export const MAX_LABEL_VALUE_LENGTH = 1024;

/** A value that needs work: special to the format, NUL (which ends the input of Prometheus' parser), or perhaps half a character. */
const UNUSUAL = /["\\\n\0\ud800-\udfff]/;
const ESCAPES: Readonly<Record<string, string>> = { '"': '\\"', '\\': '\\\\', '\n': '\\n', '\0': '\ufffd' };
const LONE_SURROGATE = /\p{Surrogate}/gu;

const texts = new InternedTexts(50_000);

/** The same text as valid Unicode: each half of a character alone becomes U+FFFD. */
export function wellFormed(text: string): string {
  return text.replace(LONE_SURROGATE, '\ufffd');
}

/** A label value as it stands between the quotes: cut at 1,024 characters, valid Unicode, escaped. */
export function escapeLabelValue(value: string): string {
  if (value.length <= MAX_LABEL_VALUE_LENGTH && !UNUSUAL.test(value)) return value;
  return wellFormed(cut(value)).replace(/["\\\n\0]/g, (character) => ESCAPES[character] ?? character);
}

function cut(value: string): string {
  if (value.length <= MAX_LABEL_VALUE_LENGTH) return value;
  const isSplit = /[\ud800-\udbff]/.test(value.charAt(MAX_LABEL_VALUE_LENGTH - 1));
  return value.slice(0, isSplit ? MAX_LABEL_VALUE_LENGTH - 1 : MAX_LABEL_VALUE_LENGTH);
}

/**
 * The text of a series' labels that follow `target`: `,index="3",essence="video"`, escaped; '' for none. Equal labels give
 * the same string, so that comparing two of them is comparing pointers.
 * @param values in the order of `names`
 */
export function labelText(names: readonly string[], values: readonly string[]): string {
  if (names.length === 0) return '';
  const pieces: string[] = [];
  for (let i = 0; i < names.length; i++) pieces.push(',', names[i] ?? '', '="', escapeLabelValue(values[i] ?? ''), '"');
  // Joined rather than concatenated: flat, and holding on to no larger text that a value was sliced from.
  return texts.of(pieces.join(''));
}

const LABEL = /,([^=]+)="((?:[^"\\]|\\.)*)"/g;
const UNESCAPES: Readonly<Record<string, string>> = { '\\n': '\n', '\\"': '"', '\\\\': '\\' };

/** The labels of a {@link labelText}. */
export function parseLabelText(text: string): Record<string, string> {
  return Object.fromEntries(
    Array.from(text.matchAll(LABEL), ([, name = '', value = '']) => [
      name,
      value.replace(/\\./g, (escape) => UNESCAPES[escape] ?? escape),
    ]),
  );
}
