import type { FamilyRow } from '../table/family';
import { alarms } from './alarms';
import { channels } from './channels/channels';
import { inputs } from './inputs';
import { legacy } from './legacy';
import { network } from './network';
import { processors } from './processors';
import { ptp } from './ptp';
import { receiversGroup } from './receivers';
import { sendersGroup } from './senders';
import { session } from './session';
import { system } from './system';

/** The whole catalogue, group by group. */
export const ROWS: readonly FamilyRow[] = [
  ...legacy,
  ...session,
  ...system,
  ...ptp,
  ...network,
  ...receiversGroup,
  ...sendersGroup,
  ...channels,
  ...inputs,
  ...processors,
  ...alarms,
];
