import type { FieldProblem } from '@snp/http';
import { CONNECTION_FIELDS, type Changes, type ConnectionField } from './connection-fields';

/** Values that came in, as they are kept. What comes back as it is stored stays as it is, whatever it holds. */
export function cleaned<T extends Changes>(changes: T, stored?: Changes): T {
  const values = newValues(changes, stored).map(({ field, clean }) => {
    return [field, clean ? clean(changes[field], stored?.[field]) : changes[field]];
  });
  return { ...changes, ...Object.fromEntries(values) };
}

/** The characters in new values that cannot be seen. */
export function hiddenCharacters(changes: Changes, stored?: Changes): FieldProblem[] {
  return newValues(changes, stored).flatMap(({ field, column, hidden }) => {
    const problems = hidden?.(changes[field], stored?.[field]) ?? [];
    return problems.map(({ pointer, message }) => ({ pointer: `/${column}${pointer}`, message }));
  });
}

function newValues(changes: Changes, stored: Changes | undefined): ConnectionField[] {
  return CONNECTION_FIELDS.filter(({ field, store }) => {
    if (changes[field] === undefined) return false;
    return stored?.[field] === undefined || store(changes[field]) !== store(stored[field]);
  });
}
