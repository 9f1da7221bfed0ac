import { existsSync } from 'node:fs';

/** The name, or the first of `name.1`, `name.2`, … that nothing has: what is there may be the only good copy. */
export function freeName(wanted: string): string {
  let name = wanted;
  for (let n = 1; existsSync(name); n++) name = `${wanted}.${n}`;
  return name;
}
