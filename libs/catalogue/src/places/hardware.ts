import { PTP, SYSTEM } from '@snp/protocol';
import { KEY } from '../table/labels';
import { at, rows } from '../table/place';

const { type, identity, alarms, boards, power, fcs, fans, fpgas, qsfps, sfps } = SYSTEM;

/** Places of the object `system` that more than one group reads: selected once for all of them. */
export const HARDWARE = {
  identity: at(type, identity.section),
  alarms: at(type, alarms.section),
  boards: at(type, boards.section),
  power: at(type, power.section),
  fcs: at(type, fcs.section),
  fans: rows(type, fans.rows),
  fpgas: rows(type, fpgas.rows),
  qsfps: rows(type, qsfps.rows),
  sfpsRx: rows(type, sfps.rows.rx, { labels: { index: KEY, direction: 'rx' } }),
};

/** The PTP status, which the legacy families read too. */
export const PTP_STATUS = at(PTP.type, PTP.section);
