import type { PtpConfig } from '@snp/protocol';
import { named, PretendDevice, seriesOf, type Series } from '../testing/pretend-device';

const ptp = (ptpStatus: object): Series => seriesOf('ptp', { type: 'ptp', object_ID: 'ptp', ptpStatus });

/** The state set in which this state is the one. */
const states = (one: string): Record<string, number> =>
  Object.fromEntries(
    ['locked', 'unlocked_free_run', 'acquiring', 'holdover', 'other'].map((state) => [
      `state{state="${state}"}`,
      Number(state === one),
    ]),
  );

describe('the PTP clock', () => {
  it.each<[object, Record<string, number>]>([
    [{ ptpCtlrState: 'Locked' }, { locked: 1, ...states('locked') }],
    [{ ptpCtlrState: 'Unlocked-Free Run' }, { locked: 0, ...states('unlocked_free_run') }],
    [{ ptpCtlrState: 'Unlocked - Free-Run ' }, { locked: 0, ...states('unlocked_free_run') }],
    [{ ptpCtlrState: 'Acquiring' }, { locked: 0, ...states('acquiring') }],
    [{ ptpCtlrState: 'HOLDOVER' }, { locked: 0, ...states('holdover') }],
    [{ ptpCtlrState: 'Meditating' }, { locked: 0, ...states('other') }],
    [{ ptpCtlrState: 'Unknown' }, {}],
    [{ ptpCtlrState: '' }, {}],
    [{ ptpCtlrState: true }, {}],
    [
      { ptpMasterOffset: '0.132 us', ptpMasterDelay: '0.153 us' },
      { offset_from_master_seconds: 1.32e-7, mean_path_delay_seconds: 1.53e-7 },
    ],
    [{ ptpMasterOffset: '-1001 ms', ptpMasterDelay: '0.153' }, { offset_from_master_seconds: -1.001 }],
    [{ ptpUcipIsMaster: 'Master' }, { port_is_master: 1 }],
    [{ ptpUcipIsMaster: 'Slave' }, { port_is_master: 0 }],
    [
      { ptpMasterPresent: 'Primary/Secondary' },
      { 'master_visible{leg="primary"}': 1, 'master_visible{leg="secondary"}': 1 },
    ],
    [{ ptpMasterPresent: 'Secondary' }, { 'master_visible{leg="primary"}': 0, 'master_visible{leg="secondary"}': 1 }],
    [{ ptpMasterPresent: 'None' }, { 'master_visible{leg="primary"}': 0, 'master_visible{leg="secondary"}': 0 }],
    [{ ptpMasterPresent: 'N/A' }, {}],
    [
      { numSysTimeUpdates: '23', biggestSysTimeUpdate: '1001 ms' },
      { time_updates_total: 23, largest_time_update_seconds: 1.001 },
    ],
    [{ ptpUTC: 'Tue Jan 27 15:31:39 2026' }, { clock_timestamp_seconds: 1769527899 }],
    [{ ptpUTC: '2026-01-27' }, {}],
    [
      {
        clockIdentity: '00 90 F9 FF FE 00 00 01',
        ptpMasterUUID: '08-00-11-ff-fe-00-00-02',
        ptpMasterIP: '10.0.0.9',
        ptpMasterInterfaceIP: '10.0.0.10',
      },
      {
        'grandmaster_info{clock_identity="00-90-F9-FF-FE-00-00-01",grandmaster_identity="08-00-11-FF-FE-00-00-02",master_address="10.0.0.9",interface_address="10.0.0.10"}': 1,
      },
    ],
    [
      { clockIdentity: 'none', ptpMasterIP: '10.0.0.9' },
      {
        'grandmaster_info{clock_identity="",grandmaster_identity="",master_address="10.0.0.9",interface_address=""}': 1,
      },
    ],
    [{}, {}],
  ])('%j is %j', (part, expected) => expect(ptp(part)).toEqual(named('ic_snp_ptp_', expected)));

  it('that has no master reports itself as one, with an offset of 0', () => {
    const alone = {
      ptpUcipIsMaster: 'Master',
      ptpMasterIP: '0.0.0.0',
      ptpMasterOffset: '0.000 us',
      ptpMasterDelay: '0.000 us',
    };
    expect(ptp(alone)).toMatchObject({
      ic_snp_ptp_port_is_master: 1,
      ic_snp_ptp_offset_from_master_seconds: 0,
      ic_snp_ptp_mean_path_delay_seconds: 0,
    });
  });
});

describe('the PTP settings', () => {
  it.each<[PtpConfig, string | undefined]>([
    [
      {
        ...{ domain: 0, lockingMode: 'PTP Only', mode: 'slave_only', profile: 'SMPTE ST 2059-2' },
        unicastMode: 'Disabled',
      },
      'domain="0",locking_mode="PTP Only",mode="slave_only",profile="SMPTE ST 2059-2",unicast_mode="Disabled"',
    ],
    [{ domain: 127 }, 'domain="127",locking_mode="",mode="",profile="",unicast_mode=""'],
    [{}, undefined],
  ])('%j are one series, or none where they say nothing', (config, labels) => {
    const device = new PretendDevice(['ptp']);
    device.device.ptp(config, device.target);
    expect(device.series).toEqual(labels === undefined ? {} : { [`ic_snp_ptp_config_info{${labels}}`]: 1 });
  });
});
