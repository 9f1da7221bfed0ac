import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { BothReaders } from './both-readers';
import { NO_DIFFERENCES } from './compare';
import { answers } from './devices/answers';
import type { Body } from './devices/audio-parts';
import { hdGateway, uhdGateway } from './devices/channels';
import { gatewayDevice, hdDevice, uhdDevice } from './devices/kinds';
import { withValue } from './devices/paths';
import { CONFIG_WORDS, KNOWN_WORDS, STATUS_WORDS, type Enumeration } from './devices/words';

const SCHEMA = join(__dirname, '../../../../../../shared/device/schema.json');
/** The description of a real device lies beside the repository, never in it. */
const withSchema = existsSync(SCHEMA) ? it : it.skip;

/** A status of each type, of a gateway where it has channels, so that every field has its place. */
const BASES: Readonly<Record<string, Body>> = Object.fromEntries([
  ...[...hdDevice().statuses, ...uhdDevice().statuses].reverse().map((status) => [status['type'], status] as const),
  ...gatewayDevice()
    .statuses.filter(({ FrameSyncGwSdi, active }) => active === true && Object.keys(FrameSyncGwSdi ?? {}).length > 0)
    .map((status) => [status['type'], { ...status, ...gateway(status['type']) }] as const),
]);

function gateway(type: unknown): Body {
  return type === 'procChannelUHD' ? uhdGateway() : hdGateway();
}

/** The status or configuration with this word in all fields of an enumeration. */
function withWord<T>(base: T, { fields }: Enumeration, word: unknown): T {
  return fields.reduce((said, field) => withValue(said, field.replaceAll('[]', '.0').split('.'), word), base);
}

function titled(list: readonly Enumeration[]): [string, Enumeration][] {
  return list.map((each) => [`${each.of} ${each.fields[0]}`, each]);
}

describe('the series of every word of an enumeration, read a second time', () => {
  it.each(titled([...STATUS_WORDS, ...KNOWN_WORDS]))('are those of %s', (_, enumeration) => {
    const both = new BothReaders();
    for (const word of enumeration.words) {
      both.says(withWord(BASES[enumeration.of], enumeration, word));
      expect({ word, ...both.differences }).toEqual({ word, ...NO_DIFFERENCES });
    }
    expect(both.expectedCount).toBeGreaterThan(0);
  });

  it.each(titled(CONFIG_WORDS))('are those of %s', (_, each) => {
    const both = new BothReaders();
    for (const word of each.words) {
      both.answers(answered(each, word));
      expect({ word, ...both.differences }).toEqual({ word, ...NO_DIFFERENCES });
    }
    expect(both.expectedCount).toBeGreaterThan(0);
  });

  function answered(enumeration: Enumeration, word: unknown) {
    const all = answers();
    if (enumeration.of === 'config/ptp') return { ptp: withWord(all.ptp, enumeration, word) };
    if (enumeration.of === 'config/system') return { system: withWord(all.system, enumeration, word) };
    return { processors: { processorA: withWord(all.processors?.['processorA'] ?? {}, enumeration, word) } };
  }

  withSchema('are of all words that a device describes, where its description lies beside this repository', () => {
    const { status } = JSON.parse(readFileSync(SCHEMA, 'utf8')) as { status: Record<string, unknown> };
    const described = Object.entries(status).flatMap(([of, fields]) => enumerationsIn(of, '', fields));
    const listed = STATUS_WORDS.flatMap(({ of, fields, words }) =>
      fields.map((field) => [`${of} ${field}`, words.map(String).sort()] as const),
    );
    expect(new Map(listed)).toEqual(new Map(described.map(({ of, field, words }) => [`${of} ${field}`, words])));
  });
});

interface Described {
  readonly of: string;
  readonly field: string;
  readonly words: readonly string[];
}

/** The enumerations of a description: `words` is a list, or an object of what each word means. */
function enumerationsIn(of: string, field: string, described: unknown): Described[] {
  if (typeof described !== 'object' || described === null) return [];
  const { words } = described as { words?: object };
  if (Array.isArray(words)) return [{ of, field, words: words.map(String).sort() }];
  if (words !== undefined)
    return [
      {
        of,
        field,
        words: Object.keys(words)
          .map((word) => written(word))
          .sort(),
      },
    ];
  return Object.entries(described).flatMap(([name, each]) => {
    if (name === 'array') return enumerationsIn(of, `${field}[]`, each);
    return enumerationsIn(of, field === '' ? name : `${field}.${name}`, each);
  });
}

/** The description writes booleans in the way of another language. */
function written(word: string): string {
  return word === 'True' || word === 'False' ? word.toLowerCase() : word;
}
