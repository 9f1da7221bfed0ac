import { isBandwidthOk } from './senders';
import { changeoverPath, isPacketPresent } from './channels';
import { linkMode, linkModeNumber } from './link-mode';
import { isIgmpJoinOk, isRegistered } from './network';
import { ptpState } from './ptp';
import { isSignalPresent, protectionState } from './receivers';

type Reader = (raw: unknown) => unknown;

const CASES: [what: string, read: Reader, raw: unknown, meaning: unknown][] = [
  ['the PTP state', ptpState, 'Locked', 'locked'],
  ['the PTP state', ptpState, ' unlocked free-run', 'unlocked_free_run'],
  ['the PTP state', ptpState, 'Holdover', 'holdover'],
  ['the PTP state', ptpState, 'Something new', 'other'],
  ['the PTP state', ptpState, 'N/A', undefined],
  ['the PTP state', ptpState, 7, undefined],
  ['the protection of a receiver', protectionState, 'Present', 'present'],
  ['the protection of a receiver', protectionState, 'present (loopback)', 'loopback'],
  ['the protection of a receiver', protectionState, 'Not Present', 'not_present'],
  ['the protection of a receiver', protectionState, 'Primary Only', 'other'],
  ['the protection of a receiver', protectionState, '', undefined],
  ['the signal of a receiver', isSignalPresent, '1080i/50', 1],
  ['the signal of a receiver', isSignalPresent, 'Not Present', 0],
  ['the signal of a receiver', isSignalPresent, 'N/A', undefined],
  ['the path of the changeover', changeoverPath, 'A', 'a'],
  ['the path of the changeover', changeoverPath, 'C', 'other'],
  ['ancillary packets', isPacketPresent, 'Line 10, Line 572', 1],
  ['ancillary packets', isPacketPresent, 'Not Present', 0],
  ['ancillary packets', isPacketPresent, 'Unknown', undefined],
  ['the bandwidth of a sender', isBandwidthOk, 'OK', 1],
  ['the bandwidth of a sender', isBandwidthOk, 'Exceeded', 0],
  ['the bandwidth of a sender', isBandwidthOk, 'Disabled', undefined],
  ['IGMP joins', isIgmpJoinOk, '', 1],
  ['IGMP joins', isIgmpJoinOk, 'IGMP join takes longer than 50 ms', 0],
  ['the registration server', isRegistered, true, 1],
  ['the registration server', isRegistered, 'Connected', 1],
  ['the registration server', isRegistered, 'failed', 0],
  ['the registration server', isRegistered, '', undefined],
  ['the mode of the control links', linkMode, 'Bonded Active/Backup', 'bonded_active_backup'],
  ['the mode of the control links', linkMode, 'Something new', 'unknown'],
  ['the mode of the control links', linkModeNumber, 'Bonded LACP', 2],
];

describe('a word of the device', () => {
  it.each(CASES)('names %s (case %#)', (_what, read, raw, meaning) => {
    expect(read(raw)).toBe(meaning);
  });
});
