import { isWord } from '../values/flags';
import { stateWords } from './state-words';

/** What the object `ptp` says, by our names. */
export const PTP = {
  type: 'ptp',
  section: 'ptpStatus',
  state: 'ptpCtlrState',
  offset: 'ptpMasterOffset',
  delay: 'ptpMasterDelay',
  clockIdentity: 'clockIdentity',
  grandmaster: 'ptpMasterUUID',
  masterAddress: 'ptpMasterIP',
  interfaceAddress: 'ptpMasterInterfaceIP',
  /** Which legs see a master. */
  masterVisible: 'ptpMasterPresent',
  role: 'ptpUcipIsMaster',
  timeUpdates: 'numSysTimeUpdates',
  largestTimeUpdate: 'biggestSysTimeUpdate',
  utc: 'ptpUTC',
  rtc: 'rtcTime',
} as const;

export const PTP_STATES = ['locked', 'unlocked_free_run', 'acquiring', 'holdover', 'other'] as const;
export type PtpState = (typeof PTP_STATES)[number];

/** State of the PTP clock. */
export const ptpState: (raw: unknown) => PtpState | undefined = stateWords({
  Locked: 'locked',
  'Unlocked-Free Run': 'unlocked_free_run',
  Acquiring: 'acquiring',
  Holdover: 'holdover',
});

/** Whether the PTP clock is locked. */
export const isPtpLocked = isWord('Locked');

/** The role of the device's own port: 1 for master. */
export const isPtpMaster = isWord('Master');
