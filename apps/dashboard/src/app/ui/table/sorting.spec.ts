import type { Column } from './column';
import { directionOf, nextSort, sorted } from './sorting';

interface Row {
  name: string;
  missing: number | null;
}

const columns: Column<Row>[] = [
  { id: 'name', header: 'Name', width: 100, value: ({ name }) => name },
  { id: 'missing', header: 'Missing', width: 100, value: ({ missing }) => missing, isHighFirst: true },
];
const rows: Row[] = [
  { name: 'SNP-10', missing: 3 },
  { name: 'snp-9', missing: null },
  { name: 'SNP-1', missing: 12 },
];
const names = (sort: string) => sorted(rows, sort, columns).map(({ name }) => name);

describe('sorting of a table', () => {
  it('puts numbers in names in their order', () => expect(names('name')).toEqual(['SNP-1', 'snp-9', 'SNP-10']));

  it('puts rows without a value last in either direction', () => {
    expect(names('missing')).toEqual(['SNP-10', 'SNP-1', 'snp-9']);
    expect(names('-missing')).toEqual(['SNP-1', 'SNP-10', 'snp-9']);
  });

  it('leaves the rows as they come for a column that is not there', () => {
    expect(names('-oops')).toEqual(['SNP-10', 'snp-9', 'SNP-1']);
  });

  it('turns round with every click, the worst first where more is worse', () => {
    expect(['', 'name', '-name'].map((sort) => nextSort(sort, columns[0]))).toEqual(['name', '-name', 'name']);
    expect(['', '-missing', 'missing'].map((sort) => nextSort(sort, columns[1]))).toEqual([
      '-missing',
      'missing',
      '-missing',
    ]);
    expect(directionOf('-missing', 'missing')).toBe('descending');
  });
});
