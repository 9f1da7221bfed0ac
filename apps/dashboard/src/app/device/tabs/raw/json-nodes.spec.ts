import { visibleNodes } from './json-nodes';

const status = {
  type: 'ptp',
  ptpStatus: { ptpCtlrState: 'Locked', legs: [{ name: 'Primary' }, { name: 'Secondary' }] },
  empty: {},
  'a/b': null,
};
const lines = (open: string[], search = '') =>
  visibleNodes(status, new Set(open), search).map(({ depth, key, text }) => `${'-'.repeat(depth)}${key} ${text}`);

describe('the tree of a status', () => {
  it('shows the first level when nothing is open', () => {
    expect(lines([])).toEqual(['type "ptp"', 'ptpStatus {2}', 'empty {}', 'a/b null']);
  });

  it('shows what is inside of what is open', () => {
    expect(lines(['/ptpStatus', '/ptpStatus/legs'])).toEqual([
      'type "ptp"',
      'ptpStatus {2}',
      '-ptpCtlrState "Locked"',
      '-legs [2]',
      '--0 {1}',
      '--1 {1}',
      'empty {}',
      'a/b null',
    ]);
  });

  it('shows what is found and the way to it', () => {
    expect(lines([], 'secondary')).toEqual(['ptpStatus {2}', '-legs [2]', '--1 {1}', '---name "Secondary"']);
    expect(lines([], 'LEGS')).toEqual(['ptpStatus {2}', '-legs [2]']);
    expect(lines([], 'nothing')).toEqual([]);
  });
});
