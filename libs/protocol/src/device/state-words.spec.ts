import { isBandwidthOk } from './senders';
import { changeoverPath, changeoverProgram, isGatewayChannel, isPacketPresent } from './channels';
import { linkMode, linkModeNumber } from './link-mode';
import { gatewayAddress, isIgmpJoinOk, isRegistered } from './network';
import { ptpState } from './ptp';
import { isSignalPresent, protectionState } from './receivers';
import { chassisName, sfpVendor } from './system';
import type { JsonObject } from '../values/record';

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
  ['the protection of a receiver', protectionState, 'Primary Only', 'primary_only'],
  ['the protection of a receiver', protectionState, 'secondary only', 'secondary_only'],
  ['the protection of a receiver', protectionState, 'Tertiary Only', 'other'],
  ['the protection of a receiver', protectionState, '', undefined],
  ['the signal of a receiver', isSignalPresent, '1080i/50', 1],
  ['the signal of a receiver', isSignalPresent, 'Not Present', 0],
  ['the signal of a receiver', isSignalPresent, 'N/A', undefined],
  ['the path of the changeover', changeoverPath, 'A', 'a'],
  ['the path of the changeover', changeoverPath, 'C', 'other'],
  ['the program of the changeover', changeoverProgram, 'Pass PROTECT', 'pass_protect'],
  ['the program of the changeover', changeoverProgram, 'off', 'off'],
  ['the program of the changeover', changeoverProgram, 'Green', 'other'],
  ['the program of the changeover', changeoverProgram, 'N/A', undefined],
  ['ancillary packets', isPacketPresent, 'Line 10, Line 572', 1],
  ['ancillary packets', isPacketPresent, 'Not Present', 0],
  ['ancillary packets', isPacketPresent, 'Unknown', undefined],
  ['the bandwidth of a sender', isBandwidthOk, 'OK', 1],
  ['the bandwidth of a sender', isBandwidthOk, 'Exceeded', 0],
  ['the bandwidth of a sender', isBandwidthOk, 'Disabled', 0],
  ['the bandwidth of a sender', isBandwidthOk, 'Ok', 1],
  ['the bandwidth of a sender', isBandwidthOk, 'N/A', undefined],
  ['IGMP joins', isIgmpJoinOk, '', 1],
  ['IGMP joins', isIgmpJoinOk, 'IGMP join takes longer than 50 ms', 0],
  ['a gateway', gatewayAddress, 168381185, '10.9.75.1'],
  ['a gateway', gatewayAddress, 0, ''],
  ['a gateway', gatewayAddress, '0.0.0.0', ''],
  ['a gateway', gatewayAddress, 'N/A', undefined],
  ['the mode of the control links', linkMode, 'Bonded Active/Backup', 'bonded_active_backup'],
  ['the mode of the control links', linkMode, 'Something new', 'unknown'],
  ['the mode of the control links', linkModeNumber, 'Bonded LACP', 2],
];

describe('a word of the device', () => {
  it.each(CASES)('names %s (case %#)', (_what, read, raw, meaning) => {
    expect(read(raw)).toBe(meaning);
  });
});

describe('the registration server', () => {
  it.each<[connected: unknown, found: unknown, meaning: number | undefined]>([
    ['10.9.9.9:8010', '10.9.9.9:8010, 10.9.9.10:8010', 1],
    ['10.9.9.9:8010', '', 1],
    ['', '10.9.9.9:8010', 0],
    [' N/A ', '10.9.9.9:8010', 0],
    ['', '', undefined],
    ['', undefined, undefined],
    [undefined, '10.9.9.9:8010', undefined],
    [true, '10.9.9.9:8010', undefined],
  ])('with %j connected and %j found is %j', (connected, found, meaning) => {
    expect(isRegistered({ registrationServerConnected: connected, registrationServer: found })).toBe(meaning);
  });
});

describe('a field that is a text or an index', () => {
  it.each<[read: (raw: unknown) => string | undefined, raw: unknown, name: string | undefined]>([
    [sfpVendor, 0, 'EMBRIONIX'],
    [sfpVendor, '4', 'GENNUM'],
    [sfpVendor, 5, ''],
    [sfpVendor, 6, ''],
    [sfpVendor, 7, undefined],
    [sfpVendor, 'FORMERICA ', 'FORMERICA'],
    [sfpVendor, 'N/A', ''],
    [sfpVendor, true, undefined],
    [chassisName, 2, 'SNP XL'],
    [chassisName, 3, undefined],
    [chassisName, undefined, undefined],
  ])('is named (case %#)', (read, raw, name) => expect(read(raw)).toBe(name));
});

describe('the direction of a channel', () => {
  it.each<[body: object, isGateway: boolean]>([
    [{}, false],
    [{ FrameSyncGwSdi: {}, ColorCorrector2GwSdi: {}, AncDataProcessingGwSdi: {} }, false],
    [{ AudioProcessingGwSdi: { AudVbitStatus: '==== ====', AudFormatStatus: 'PPPP' } }, false],
    [{ FrameSyncGwSdi: { FsVidInputPresent: true } }, true],
    [{ AudioUHD2GwSdi: { AudDmxGrp1Present: false } }, true],
  ])('%j: a gateway is %j', (body, isGateway) => {
    expect(isGatewayChannel(body as JsonObject)).toBe(isGateway);
  });
});
