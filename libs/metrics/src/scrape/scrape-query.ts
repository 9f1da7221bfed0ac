import { quoted, ScrapeError } from './scrape-error';

/** What a scrape asks for. */
export interface ScrapeQuery {
  /** The one device; all of them when undefined. */
  readonly target: string | undefined;
  readonly groups: ReadonlySet<string>;
}

/**
 * Not a DTO as elsewhere: Prometheus sends `collect[]`, which is no property name, may repeat every parameter and adds its own.
 * Reads `target`, `collect[]` and `exclude[]` of a scrape's address; other parameters do not matter.
 * @param groups the groups that a scrape may name
 * @throws ScrapeError 400 that lists the known groups
 */
export function readScrapeQuery(url: string, groups: readonly string[]): ScrapeQuery {
  const searchParams = new URLSearchParams(url.split('?').slice(1).join('?'));
  const named = (parameter: string) => [...searchParams.getAll(parameter), ...searchParams.getAll(`${parameter}[]`)];
  const [collect, exclude] = [named('collect'), named('exclude')];
  const unknown = [...collect, ...exclude].filter((group) => !groups.includes(group));
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
  return { target: targets[0], groups: new Set(chosen.filter((group) => !exclude.includes(group))) };
}
