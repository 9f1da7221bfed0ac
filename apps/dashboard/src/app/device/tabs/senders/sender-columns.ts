import type { Sender } from '../../../core/api/models';
import type { Column } from '../../../ui/table/column';
import { NAME_COLUMNS } from '../row-names';

export const SENDER_COLUMNS: readonly Column<Sender>[] = [
  {
    id: 'sender',
    header: $localize`Sender`,
    width: 236,
    narrowWidth: 106,
    isFixed: true,
    value: ({ essence, index }) => `${essence} ${index}`,
  },
  {
    id: 'bandwidth',
    header: $localize`Bandwidth`,
    hint: $localize`Whether the device has switched the sender off because the bandwidth of its processor is used up`,
    width: 130,
    narrowWidth: 116,
    value: ({ bandwidth_ok }) => bandwidth_ok,
  },
  {
    id: 'primary',
    header: $localize`Primary leg`,
    width: 150,
    narrowWidth: 112,
    value: ({ primary_resolved }) => primary_resolved,
  },
  {
    id: 'secondary',
    header: $localize`Secondary leg`,
    width: 150,
    narrowWidth: 112,
    value: ({ secondary_resolved }) => secondary_resolved,
  },
  {
    id: 'primary_mac',
    header: $localize`Primary next hop`,
    width: 180,
    grows: true,
    isMono: true,
    hideBelow: 760,
    value: ({ primary_mac }) => primary_mac,
    text: ({ primary_mac }) => primary_mac ?? '–',
  },
  {
    id: 'secondary_mac',
    header: $localize`Secondary next hop`,
    width: 180,
    grows: true,
    isMono: true,
    hideBelow: 900,
    value: ({ secondary_mac }) => secondary_mac,
    text: ({ secondary_mac }) => secondary_mac ?? '–',
  },
  ...NAME_COLUMNS,
];
