import { channelColumns } from '../../device/tabs/channels/channel-columns';
import { RECEIVER_COLUMNS } from '../../device/tabs/receivers/receiver-columns';
import type { Channel } from '../../core/api/models';
import type { Column } from './column';
import { columnsThatFit } from './fitting';

const EDGES = 44;
const widthOf = ({ width }: { readonly width: number }): number => width;
const ids = <T>(columns: readonly Column<T>[], width: number): string =>
  columnsThatFit(columns, width, EDGES, widthOf)
    .map(({ id }) => id)
    .join(' ');

describe('the columns of a table', () => {
  const columns: readonly Column<unknown>[] = [
    { id: 'name', header: '', width: 100 },
    { id: 'rate', header: '', width: 100, hideBelow: 200 },
    { id: 'extra', header: '', width: 100, isExtra: true },
    { id: 'last', header: '', width: 100, hideBelow: 300 },
    { id: 'least', header: '', width: 100, hideBelow: 300 },
  ];

  it.each([
    [0, 'name rate extra last least'],
    [444, 'name rate extra last least'],
    [443, 'name rate extra last'],
    [343, 'name rate extra'],
    [243, 'name extra'],
    [100, 'name extra'],
  ])('at %i px are %s', (width, shown) => {
    expect(ids(columns, width)).toBe(shown);
  });

  const CHANNELS = [{ direction: null }, { direction: 'ip_to_sdi' }] as Channel[];

  it.each<[string, readonly Column<never>[]]>([
    ['receivers', RECEIVER_COLUMNS.filter(({ isExtra }) => !isExtra)],
    ['channels', channelColumns(CHANNELS.slice(0, 1)).filter(({ isExtra }) => !isExtra)],
    ['channels of a gateway', channelColumns(CHANNELS).filter(({ isExtra }) => !isExtra)],
  ])('of %s leave room for the choice of columns at every width', (_table, all) => {
    for (let width = 480; width < 1600; width++) {
      const shown = columnsThatFit(all, width, EDGES, widthOf);
      expect(shown.reduce((sum, column) => sum + column.width, EDGES)).toBeLessThanOrEqual(width);
    }
    expect(columnsThatFit(all, 1440, EDGES, widthOf)).toHaveLength(all.length);
  });
});
