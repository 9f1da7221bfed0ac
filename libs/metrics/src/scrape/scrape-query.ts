import { ChosenNames } from './chosen-names';
import { quoted, ScrapeError } from './scrape-error';

/** More names than these are refused: nobody writes so many into a scrape configuration. */
const MOST_NAMES = 1_000;
/** No metric has a longer name, so that there is nothing to be found under it. */
const LONGEST_NAME = 256;

/** What a scrape asks for. */
export interface ScrapeQuery {
  /** The one device; all of them when undefined. */
  readonly target: string | undefined;
  readonly groups: ReadonlySet<string>;
  /** The only families and samples that are wanted; all of them when undefined. */
  readonly names: ChosenNames | undefined;
}

/**
 * Not a DTO as elsewhere: Prometheus sends `collect[]`, which is no property name, may repeat every parameter and adds its own.
 * Reads `target`, `collect[]`, `exclude[]` and `name[]` of a scrape's address; other parameters do not matter.
 * @param groups the groups that a scrape may name
 * @throws ScrapeError 400 that lists the known groups, or says how many names there may be
 */
export function readScrapeQuery(url: string, groups: readonly string[]): ScrapeQuery {
  const searchParams = new URLSearchParams(url.split('?').slice(1).join('?'));
  const named = (parameter: string) => [...searchParams.getAll(parameter), ...searchParams.getAll(`${parameter}[]`)];
  const [collect, exclude] = [named('collect'), named('exclude')];
  const unknown = [...new Set([...collect, ...exclude])].filter((group) => !groups.includes(group));
  if (unknown.length > 0) {
    throw new ScrapeError(
      400,
      `There is no group ${unknown.map(quoted).join(', ')}. Known groups: ${groups.join(', ')}.`,
    );
  }
  const targets = searchParams.getAll('target');
  if (targets.length > 1) throw new ScrapeError(400, 'Only one target can be scraped at a time.');
  if (targets[0] === '') throw new ScrapeError(400, 'The parameter target is empty.');
  const chosen = collect.length > 0 ? collect : groups;
  return {
    target: targets[0],
    groups: new Set(chosen.filter((group) => !exclude.includes(group))),
    names: chosenNames(searchParams.getAll('name[]')),
  };
}

/** Empty names are none, as for the client library of Python. */
function chosenNames(all: readonly string[]): ChosenNames | undefined {
  const names = all.filter((name) => name !== '');
  if (names.length > MOST_NAMES) throw new ScrapeError(400, `More than ${MOST_NAMES} names (name[]) were given.`);
  return names.length === 0 ? undefined : new ChosenNames(names.filter(({ length }) => length <= LONGEST_NAME));
}
