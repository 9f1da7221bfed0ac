import { KEY } from '../table/labels';
import { at, rows } from '../table/place';

/** Places of the object `system` that more than one group reads: selected once for all of them. */
export const HARDWARE = {
  identity: at('system', 'SNP_HW_Stats'),
  alarms: at('system', 'Alarm_Stats'),
  boards: at('system', 'Board_Temperatures'),
  power: at('system', 'Power_Supply_Stats'),
  fcs: at('system', 'FCS_Stats'),
  fans: rows('system', 'Front_Fan_Stats'),
  fpgas: rows('system', 'FPGA_HW_Stats'),
  qsfps: rows('system', 'QSFP_Stats'),
  /** Receiving SFP modules; `SFP_Tx_Stats` are the sending ones. */
  sfpsRx: rows('system', 'SFP_Stats', { labels: { index: KEY, direction: 'rx' } }),
};

/** The PTP status, read by the names of old and by those of today. */
export const PTP = at('ptp', 'ptpStatus');
