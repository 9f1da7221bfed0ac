import { CONNECTION_FIELDS, type Changes, type ConnectionFields, type Draft } from './connection-fields';

/** Values by column, as they are stored. */
export type Columns = Readonly<Record<string, string | number>>;

/** The columns of a draft or of changes. */
export function columnsOf(changes: Draft | Changes): Columns {
  const columns: Record<string, string | number> = {};
  for (const { field, column, store } of CONNECTION_FIELDS) {
    if (changes[field] !== undefined) columns[column] = store(changes[field]);
  }
  return columns;
}

/** The fields of a stored row, whatever it holds. */
export function fieldsOf(row: object): ConnectionFields {
  const stored: Readonly<Record<string, unknown>> = { ...row };
  return Object.fromEntries(
    CONNECTION_FIELDS.map(({ field, column, read }) => [field, read(stored[column])]),
  ) as unknown as ConnectionFields;
}

/** Those of the columns that a stored row has otherwise. */
export function changedColumns(row: object, columns: Columns): Columns {
  const stored: Readonly<Record<string, unknown>> = { ...row };
  return Object.fromEntries(Object.entries(columns).filter(([column, value]) => stored[column] !== value));
}
