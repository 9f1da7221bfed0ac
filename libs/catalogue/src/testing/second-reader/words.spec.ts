import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { BothReaders } from './both-readers';
import { NO_DIFFERENCES } from './compare';
import { answers } from './devices/answers';
import type { Body } from './devices/audio-parts';
import { hdGateway, uhdGateway } from './devices/channels';
import { gatewayDevice, hdDevice, uhdDevice } from './devices/kinds';
import { withValue, type Path } from './devices/paths';
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

function pathOf({ field }: Enumeration): Path {
  return field.replaceAll('[]', '.0').split('.');
}

describe('the series of every word of an enumeration, read a second time', () => {
  it.each([...STATUS_WORDS, ...KNOWN_WORDS].map((each) => [`${each.of} ${each.field}`, each] as const))(
    'are those of %s',
    (_, enumeration) => {
      const both = new BothReaders();
      for (const word of enumeration.words) {
        both.says(withValue(BASES[enumeration.of], pathOf(enumeration), word));
        expect({ word, ...both.differences }).toEqual({ word, ...NO_DIFFERENCES });
      }
      expect(both.expectedCount).toBeGreaterThan(0);
    },
  );

  it.each(CONFIG_WORDS.map((each) => [`${each.of} ${each.field}`, each] as const))('are those of %s', (_, each) => {
    const both = new BothReaders();
    for (const word of each.words) {
      both.answers(answered(each, word));
      expect({ word, ...both.differences }).toEqual({ word, ...NO_DIFFERENCES });
    }
    expect(both.expectedCount).toBeGreaterThan(0);
  });

  function answered(enumeration: Enumeration, word: unknown) {
    const all = answers();
    const path = pathOf(enumeration);
    if (enumeration.of === 'config/ptp') return { ptp: withValue(all.ptp, path, word) };
    if (enumeration.of === 'config/system') return { system: withValue(all.system, path, word) };
    return { processors: { processorA: withValue(all.processors?.['processorA'], path, word) ?? {} } };
  }

  withSchema('are of all words that a device describes, where its description lies beside this repository', () => {
    const { status } = JSON.parse(readFileSync(SCHEMA, 'utf8')) as { status: Record<string, unknown> };
    const described = Object.entries(status).flatMap(([of, fields]) => enumerationsIn(of, '', fields));
    const listed = new Map(STATUS_WORDS.map(({ of, field, words }) => [`${of} ${field}`, words.map(String).sort()]));
    expect(listed).toEqual(new Map(described.map(({ of, field, words }) => [`${of} ${field}`, words])));
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
