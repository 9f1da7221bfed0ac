import { processorLetter } from '../core/format/names';
import { count, perSecond } from '../core/format/units';
import { tagsText } from './fields/rules';
import type { Column } from '../ui/table/column';
import { hostOf, lastStatusAt, ROW_STATES, stateOf, type ConnectionRow } from './connection-row';

/** The columns of the table of connections. */
export const CONNECTION_COLUMNS: readonly Column<ConnectionRow>[] = [
  {
    id: 'state',
    header: $localize`State`,
    width: 190,
    hideBelow: 480,
    isFixed: true,
    value: (row) => ROW_STATES.indexOf(stateOf(row)),
  },
  {
    id: 'name',
    header: $localize`Name`,
    width: 180,
    grows: true,
    isFixed: true,
    value: ({ connection }) => connection.name,
  },
  { id: 'device', header: $localize`Device`, width: 150, isMono: true, hideBelow: 620, value: hostOf, text: hostOf },
  {
    id: 'objects',
    header: $localize`Objects`,
    width: 100,
    align: 'end',
    hideBelow: 1300,
    value: ({ connection }) => connection.objects_ids.length,
    text: ({ connection }) => count(connection.objects_ids.length),
  },
  {
    id: 'tags',
    header: $localize`Tags`,
    width: 230,
    hideBelow: 880,
    value: ({ connection }) => tagsText(connection.tags),
  },
  {
    id: 'processors',
    header: $localize`Processors`,
    width: 460,
    hideBelow: 1680,
    value: processors,
    text: processors,
  },
  {
    id: 'messages',
    header: $localize`Messages`,
    hint: $localize`Messages per second, averaged over the last few seconds`,
    width: 104,
    align: 'end',
    hideBelow: 1000,
    isHighFirst: true,
    value: messageRate,
    text: (row) => perSecond(messageRate(row)),
  },
  { id: 'last', header: $localize`Last status`, width: 124, align: 'end', hideBelow: 760, value: lastStatusAt },
  {
    id: 'username',
    header: $localize`User`,
    width: 120,
    isExtra: true,
    value: ({ connection }) => connection.username,
    text: ({ connection }) => connection.username,
  },
  {
    id: 'created',
    header: $localize`Created`,
    width: 150,
    isExtra: true,
    value: ({ connection }) => connection.created_at,
  },
  {
    id: 'updated',
    header: $localize`Updated`,
    width: 150,
    isExtra: true,
    value: ({ connection }) => connection.updated_at,
  },
];

/** Null while no messages can arrive. */
function messageRate(row: ConnectionRow): number | null | undefined {
  return stateOf(row) === 'connected' ? row.live?.summary().figures.messages_per_second : null;
}

function processors({ live }: ConnectionRow): string {
  return Object.entries(live?.summary().figures.personalities ?? {})
    .map(([processor, personality]) => `${processorLetter(processor)} ${personality}`)
    .join(' · ');
}
