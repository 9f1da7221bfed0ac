import type { Family } from '@snp/exposition';
import type { Group } from './groups';
import type { SampleReader } from './readers';

/** One row of the catalogue as the documentation and the API show it. */
export interface CatalogueFamily extends Family {
  readonly group: Group;
  /** The field of the device that it is read from. */
  readonly source: string;
  /** Labels that come on top when times are wanted as labels, as they once were. */
  readonly timeLabels?: readonly string[];
}

/** One row of the catalogue with what reads it. */
export interface FamilyRow extends CatalogueFamily {
  readonly read: readonly SampleReader[];
}

/** One row of a group as it is written down. */
export type Row = Omit<FamilyRow, 'group' | 'labels' | 'read'> & {
  /** None unless named. */
  readonly labels?: readonly string[];
  readonly read: SampleReader | readonly SampleReader[];
};

/** The rows of one group. */
export function group(name: Group, rows: readonly Row[]): readonly FamilyRow[] {
  return rows.map((row) => ({
    ...row,
    group: name,
    labels: row.labels ?? [],
    read: 'compile' in row.read ? [row.read] : row.read,
  }));
}
