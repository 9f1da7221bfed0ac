import { parseConsoleStatus, parseProcessorConfig, parseSystemConfig } from '@snp/protocol';
import { PretendDevice, seriesOf } from '../testing/pretend-device';
import { stillAt } from '../testing/still-clock';

const system = (part: object) => seriesOf('legacy', { type: 'system', object_ID: 'system', ...part });
const ptp = (ptpStatus: object) => seriesOf('legacy', { type: 'ptp', object_ID: 'ptp', ptpStatus });
const configuration = (config: object) => ({ config: JSON.stringify(config) });

describe('the names that dashboards use: the hardware', () => {
  it.each<[object, Record<string, number>]>([
    [
      { Board_Temperatures: { Main_Board: '41.5 °C', IO_Board: '0.0 °C', Tx_Board: '30.0 °C' } },
      { ic_snp_mainboard_temperature: 41.5, ic_snp_ioboard_temperature: 0 },
    ],
    [{ Board_Temperatures: { Main_Board: 'N/A', IO_Board: '' } }, {}],
    [{ Board_Temperatures: { Main_Board: 41.5 } }, {}],
    [{ Power_Supply_Stats: { PS_Status: 'OK' } }, { ic_snp_powersupply_status: 1 }],
    [{ Power_Supply_Stats: { PS_Status: 'Fail' } }, { ic_snp_powersupply_status: 0 }],
    [{ Power_Supply_Stats: { PS_Status: 'N/A' } }, {}],
    [
      { SNP_HW_Stats: { FWRev: '3.2.0.35', HWRev: '1.0 ', Serial: '2100000001' } },
      { 'ic_snp_hardware_info{firmware="3.2.0.35",hardware="1.0 ",serial="2100000001"}': 1 },
    ],
    [
      { SNP_HW_Stats: { FWRev: '3.2.0.35', HWRev: 'Unknown' } },
      { 'ic_snp_hardware_info{firmware="3.2.0.35",hardware="Unknown",serial=""}': 1 },
    ],
    [{ SNP_HW_Stats: {} }, {}],
    [{ Alarm_Stats: { majorInstances: 2, minorInstances: 46 } }, { ic_snp_major_alarms: 2, ic_snp_minor_alarms: 46 }],
    [{ Alarm_Stats: { majorInstances: null, minorInstances: 'many' } }, {}],
    [
      {
        FPGA_HW_Stats: [
          {
            idx: 3,
            Temp: '66.5 °C',
            Fan_Status: 'OK',
            Temp_Alarm: false,
            Configuration_Alarm: true,
            Fan_Alarm: false,
          },
        ],
      },
      {
        'ic_snp_fpga_temperature{index="3"}': 66.5,
        'ic_snp_fpga_fan_status{index="3"}': 1,
        'ic_snp_fpga_temp_alarm{index="3"}': 0,
        'ic_snp_fpga_config_alarm{index="3"}': 1,
        'ic_snp_fpga_fan_alarm{index="3"}': 0,
      },
    ],
    [
      { Front_Fan_Stats: [{ idx: 1, Status: 'Stopped', RotationalSpeed: '0 RPM' }] },
      { 'ic_snp_front_fan_status{index="1"}': 0, 'ic_snp_front_fan_rpm{index="1"}': 0 },
    ],
    [
      { QSFP_Stats: [{ idx: 2, Temperature: '31.0 °C', present: true, dataValid: false, Temp_Alarm: true }] },
      {
        'ic_snp_qsfp_temperature{index="2"}': 31,
        'ic_snp_qsfp_present{index="2"}': 1,
        'ic_snp_qsfp_data_valid{index="2"}': 0,
        'ic_snp_qsfp_temp_alarm{index="2"}': 1,
      },
    ],
    [
      { SFP_Stats: [{ idx: 4, SFP_Present: true, SFP_Mismatch: false }] },
      { 'ic_snp_sfp_present{index="4"}': 1, 'ic_snp_sfp_mismatch{index="4"}': 0 },
    ],
    [
      { FCS_Stats: { priFCSerrorsExceeded: true, secFCSerrorsExceeded: false } },
      { ic_snp_fcs_primary_errors_exceeded: 1, ic_snp_fcs_secondary_errors_exceeded: 0 },
    ],
  ])('%j is %j', (part, expected) => expect(system(part)).toEqual(expected));
});

describe('the names that dashboards use: PTP', () => {
  it.each<[object, Record<string, number>]>([
    [
      { ptpMasterOffset: '0.132 us', ptpMasterDelay: '1 ms' },
      { ic_snp_ptp_master_offset: 0.132, ic_snp_ptp_master_delay: 1000 },
    ],
    [{ ptpMasterOffset: '-12.5 us', ptpMasterDelay: 'N/A' }, { ic_snp_ptp_master_offset: -12.5 }],
    [{ ptpUcipIsMaster: 'Master' }, { ic_snp_ptp_is_master: 1 }],
    [{ ptpUcipIsMaster: 'Slave' }, { ic_snp_ptp_is_master: 0 }],
    [
      { biggestSysTimeUpdate: '1001 ms', numSysTimeUpdates: '23' },
      { ic_snp_ptp_biggest_sys_time_update_ms: 1001, ic_snp_ptp_num_sys_time_updates: 23 },
    ],
  ])('%j is %j', (part, expected) => expect(ptp(part)).toEqual(expected));

  const told = {
    clockIdentity: '00 90 F9 FF FE 00 00 01',
    ptpCtlrState: 'Locked',
    ptpMasterIP: '10.0.0.9',
    ptpMasterInterfaceIP: '10.0.0.10',
    ptpMasterUUID: '08-00-11-FF-FE-00-00-02',
    ptpMasterPresent: 'Primary/Secondary',
    ptpUTC: 'Tue Jan 27 15:31:39 2026',
    rtcTime: 'N/A',
  };
  const facts =
    'clock_identity="00 90 F9 FF FE 00 00 01",controller_state="Locked",master_ip="10.0.0.9",' +
    'master_interface_ip="10.0.0.10",master_uuid="08-00-11-FF-FE-00-00-02",master_present="Primary/Secondary"';

  it('names clock and master as the device does, without the time', () => {
    expect(ptp(told)).toEqual({ ic_snp_ptp_status: 1, [`ic_snp_ptp_info_info{${facts}}`]: 1 });
  });

  it('has the time as labels where that is wanted', () => {
    const device = new PretendDevice(['legacy'], { legacyTimeLabels: true }).says({ type: 'ptp', ptpStatus: told });
    expect(device.family('ic_snp_ptp_info_info')).toEqual({
      [`ic_snp_ptp_info_info{${facts},utc_time="Tue Jan 27 15:31:39 2026",rtc_time="N/A"}`]: 1,
    });
  });
});

describe('the names that dashboards use: receivers and channels', () => {
  it('have a series for every video receiver, configured or not', () => {
    const ipVidRxStatus = [
      { idx: 1, VidRxStd: '1080i/50', VidRxColorimetry: 'Rec 709', VidRxPriIPsourceRO: '239.0.0.1' },
      { idx: 2, VidRxStd: 'Not Present', VidRxColorimetry: 'Unknown', VidRxPriIPsourceRO: '0.0.0.0' },
      { idx: 3 },
    ];
    expect(seriesOf('legacy', { type: 'ipVidRx', ipVidRxStatus })).toEqual({
      'ic_snp_video_rx_info{index="1",video="1080i/50",colorimetry="Rec 709"}': 1,
      'ic_snp_video_rx_info{index="2",video="Not Present",colorimetry="Unknown"}': 1,
    });
  });

  it.each([
    [{ ABStatus: 'A' }, 1],
    [{ ABStatus: 'B' }, 0],
    [{ ABStatus: 'N/A' }, undefined],
  ])('call %j of a changeover %p, active or not', (ACO, expected) => {
    const series = seriesOf('legacy', { type: 'procChannelHD', object_ID: 'A-HD-1', active: false, ACO });
    expect(series['ic_snp_aco_abstatus{index="A-HD-1"}']).toBe(expected);
  });
});

describe('the names that dashboards use: what is polled', () => {
  it('has the configuration of each processor', () => {
    const device = new PretendDevice(['legacy']);
    const general = { personality: 'Multiviewer', forceMAB: false, audioPacketTime: 0.125 };
    device.device.processor('processorA', parseProcessorConfig(configuration({ general })), device.target);
    device.device.processor('processorB', parseProcessorConfig(configuration({})), device.target);
    const unused = parseProcessorConfig(configuration({ general: { personality: 'N/A', audioPacketTime: 2 } }));
    device.device.processor('processorC', unused, device.target);
    expect(device.series).toEqual({
      'ic_snp_processor_personality_info{processor="processorA",personality="Multiviewer"}': 1,
      'ic_snp_processor_force_mab{processor="processorA"}': 0,
      'ic_snp_processor_audio_packet_time_ms{processor="processorA"}': 0.125,
      'ic_snp_processor_personality_info{processor="processorC",personality="N/A"}': 1,
      'ic_snp_processor_audio_packet_time_ms{processor="processorC"}': 2,
    });
  });

  it.each<[unknown, Record<string, number>]>([
    ['Dual Addresses', { status: 0, 'info_info{mode="dual"}': 1 }],
    ['Bonded Active/Backup', { status: 1, 'info_info{mode="bonded_active_backup"}': 1 }],
    ['Bonded LACP', { status: 2, 'info_info{mode="bonded_lacp"}': 1 }],
    ['Bonded Quantum', { 'info_info{mode="unknown"}': 1 }],
    [undefined, {}],
    ['', {}],
    [1, {}],
  ])('calls the link mode %j %j', (mode, expected) => {
    const device = new PretendDevice(['legacy']);
    const config = parseSystemConfig(configuration({ System_Control: { Net_Mode: mode } }));
    device.device.system(config, device.target);
    const series = Object.entries(expected).map(([name, value]) => [`ic_snp_control_link_bonding_${name}`, value]);
    expect(device.series).toEqual(Object.fromEntries(series));
  });

  const console = parseConsoleStatus({
    data: {
      upTime: 'up 3 days, 4:05',
      pwrOnTime: '4 days 00 hours 00 minutes 09 sec',
      serialNum: '21',
      firmwareVer: '3.2',
    },
  });

  it('has the times of the console in seconds', () => {
    const device = new PretendDevice(['legacy']);
    device.device.console(console, device.target, stillAt(0));
    expect(device.series).toEqual({
      ic_snp_console_uptime_seconds: 273900,
      ic_snp_console_power_on_time_seconds: 345609,
      'ic_snp_console_info_info{firmware="3.2",serial="21"}': 1,
    });
  });

  it('has them as labels too where that is wanted', () => {
    const device = new PretendDevice(['legacy'], { legacyTimeLabels: true });
    device.device.console(console, device.target, stillAt(0));
    expect(Object.keys(device.family('ic_snp_console_info_info'))).toEqual([
      'ic_snp_console_info_info{firmware="3.2",serial="21",uptime="up 3 days, 4:05",' +
        'power_on_time="4 days 00 hours 00 minutes 09 sec"}',
    ]);
  });
});
