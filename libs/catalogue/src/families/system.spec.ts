import { named, seriesOf } from '../testing/pretend-device';

const system = (part: object) => seriesOf('system', { type: 'system', object_ID: 'system', ...part });

describe('the hardware of a device', () => {
  it.each<[object, Record<string, number>]>([
    [
      {
        SNP_HW_Stats: {
          FWRev: '3.2',
          HWRev: '1.0',
          Serial: '21',
          MAC_0: '00:90:f9:00:00:01',
          MAC_1: 'N/A',
          Chassis: 1,
        },
      },
      {
        'device_info{serial="21",firmware="3.2",hardware="1.0",mac_0="00:90:f9:00:00:01",mac_1="",chassis="SNP Deluxe"}': 1,
      },
    ],
    [
      { SNP_HW_Stats: { Serial: 2100000001 } },
      { 'device_info{serial="2100000001",firmware="",hardware="",mac_0="",mac_1="",chassis=""}': 1 },
    ],
    [{ SNP_HW_Stats: { Serial: 'Unknown', FWRev: '' } }, {}],
    [
      { Alarm_Stats: { majorInstances: 1, minorInstances: 4, uniqueTypes: 3 } },
      { 'alarm_instances{severity="major"}': 1, 'alarm_instances{severity="minor"}': 4, alarm_types: 3 },
    ],
    [
      {
        Power_Supply_Stats: {
          PS_Status: 'OK',
          PS_EN_1: true,
          PS_EN_2: false,
          PS_Present_1: true,
          PS_Present_2: false,
          PS_Fan_Status_1: true,
          PS_Fan_Status_2: 'Fail',
          PS_Fan_Alarm: true,
          PS_Hot_Swap: false,
        },
      },
      {
        power_supply_ok: 1,
        'power_supply_enabled{index="1"}': 1,
        'power_supply_enabled{index="2"}': 0,
        'power_supply_present{index="1"}': 1,
        'power_supply_present{index="2"}': 0,
        'power_supply_fan_ok{index="1"}': 1,
        'power_supply_fan_ok{index="2"}': 0,
        power_supply_fan_alarm: 1,
        power_supply_hot_swappable: 0,
      },
    ],
    [
      {
        Front_Fan_Stats: [
          { idx: 1, Status: 'OK', RotationalSpeed: '12024 RPM' },
          { idx: '2', Status: 'Not Present' },
        ],
      },
      { 'front_fan_ok{index="1"}': 1, 'front_fan_speed_rpm{index="1"}': 12024 },
    ],
    [
      { FCS_Stats: { priFCSerrorsExceeded: false, secFCSerrorsExceeded: 'no' } },
      { 'fcs_errors_exceeded{leg="primary"}': 0 },
    ],
    [{ General: { rebootRequired: true } }, { reboot_required: 1 }],
    [{ FPGA_HW_Stats: [], QSFP_Stats: {}, General: 5, License_Info: null, FPGA_Dates: [] }, {}],
  ])('%j is %j', (part, expected) => expect(system(part)).toEqual(named('ic_snp_', expected)));
});

describe('temperatures', () => {
  it('are one family, whatever they are of', () => {
    const part = {
      Board_Temperatures: { Main_Board: '44.0 °C', IO_Board: '44.5 °C', Tx_Board: '40.0 °C', Exp1_Board: '1.0 °C' },
      FPGA_HW_Stats: [
        { idx: 1, Temp: '66.5 °C' },
        { idx: 2, Temp: 'N/A' },
      ],
      QSFP_Stats: [{ idx: 1, Temperature: '30.5 °C' }],
      SFP_Stats: [{ idx: 3, SFP_Temperature: '28.0 °C' }],
      SFP_Tx_Stats: [{ idx: 4, SFP_Temperature: '29.0 °C' }],
    };
    expect(system(part)).toEqual({
      'ic_snp_temperature_celsius{sensor="main_board"}': 44,
      'ic_snp_temperature_celsius{sensor="io_board"}': 44.5,
      'ic_snp_temperature_celsius{sensor="tx_board"}': 40,
      'ic_snp_temperature_celsius{sensor="exp1_board"}': 1,
      'ic_snp_temperature_celsius{sensor="fpga_1"}': 66.5,
      'ic_snp_temperature_celsius{sensor="qsfp_1"}': 30.5,
      'ic_snp_temperature_celsius{sensor="sfp_rx_3"}': 28,
      'ic_snp_temperature_celsius{sensor="sfp_tx_4"}': 29,
    });
  });

  it('of 0.0 °C are real on the main and I/O boards; on other boards they mean that there is no sensor', () => {
    const cold = '0.0 °C';
    const boards = { Main_Board: cold, IO_Board: cold, Tx_Board: cold, Exp1_Board: cold, Exp2_Board: cold };
    expect(system({ Board_Temperatures: boards })).toEqual({
      'ic_snp_temperature_celsius{sensor="main_board"}': 0,
      'ic_snp_temperature_celsius{sensor="io_board"}': 0,
    });
  });
});

describe('FPGAs', () => {
  it.each<[object, Record<string, number>]>([
    [
      { Temp_Alarm: true, Configuration_Alarm: false, Fan_Alarm: false, Calib_Alarm: '', Fan_Status: 'OK' },
      {
        'fan_ok{index="1"}': 1,
        'alarm{index="1",alarm="temperature"}': 1,
        'alarm{index="1",alarm="configuration"}': 0,
        'alarm{index="1",alarm="fan"}': 0,
        'alarm{index="1",alarm="calibration"}': 0,
      },
    ],
    [{ Calib_Alarm: 'DDR not calibrated' }, { 'alarm{index="1",alarm="calibration"}': 1 }],
    [{ Calib_Alarm: 'N/A' }, {}],
  ])('%j is %j', (row, expected) => {
    expect(system({ FPGA_HW_Stats: [{ idx: 1, ...row }] })).toEqual(named('ic_snp_fpga_', expected));
  });

  it('are named by what their build dates are called', () => {
    const FPGA_Dates = {
      Conv4RevDate: 'HW:2025-01-02 SW:2025-03-04',
      fpgaIPRevDate: ' HW:2025-05-06 ',
      SyncRevDate: 'N/A',
      X: 5,
    };
    expect(system({ FPGA_Dates })).toEqual({
      'ic_snp_fpga_build_info{fpga="Conv4",build="HW:2025-01-02 SW:2025-03-04"}': 1,
      'ic_snp_fpga_build_info{fpga="fpgaIP",build="HW:2025-05-06"}': 1,
      'ic_snp_fpga_build_info{fpga="X",build="5"}': 1,
    });
  });
});

describe('optical modules', () => {
  it.each<[string, object, Record<string, number>]>([
    [
      'QSFP_Stats',
      {
        VendorName: 'Arista Networks ',
        VendorPN: 'CAB-1 ',
        VendorSN: 'X1    ',
        present: true,
        dataValid: true,
        FEC_Control: 'ON',
        Temp_Alarm: false,
        RxPower1: '-0.4 dBm',
        RxPower4: '1.5 dBm',
        TxPower2: '-40 dBm',
        TxPower3: 'N/A',
      },
      {
        'qsfp_info{index="1",vendor="Arista Networks",part_number="CAB-1",serial="X1"}': 1,
        'qsfp_module_present{index="1"}': 1,
        'qsfp_module_data_valid{index="1"}': 1,
        'qsfp_fec_enabled{index="1"}': 1,
        'qsfp_temperature_alarm{index="1"}': 0,
        'qsfp_receive_power_dbm{index="1",lane="1"}': -0.4,
        'qsfp_receive_power_dbm{index="1",lane="4"}': 1.5,
        'qsfp_transmit_power_dbm{index="1",lane="2"}': -40,
      },
    ],
    ['QSFP_Stats', { FEC_Control: 'OFF' }, { 'qsfp_fec_enabled{index="1"}': 0 }],
    ['QSFP_Stats', { FEC_Control: 'AUTO', VendorName: 'N/A', VendorPN: 'N/A', VendorSN: 'N/A' }, {}],
    [
      'SFP_Stats',
      {
        SFP_VendorName: 'Acme',
        SFP_Present: true,
        SFP_Mismatch: true,
        SFP_RxPower1: '-3.0 dBm',
        SFP_RxPower2: '-3.1 dBm',
        SFP_TxPower1: '-2.0 dBm',
      },
      {
        'sfp_info{index="1",direction="rx",vendor="Acme",part_number="",serial=""}': 1,
        'sfp_module_present{index="1",direction="rx"}': 1,
        'sfp_module_mismatch{index="1",direction="rx"}': 1,
        'sfp_receive_power_dbm{index="1",lane="1"}': -3,
        'sfp_receive_power_dbm{index="1",lane="2"}': -3.1,
        'sfp_transmit_power_dbm{index="1",direction="rx",lane="1"}': -2,
      },
    ],
    [
      'SFP_Tx_Stats',
      {
        SFP_VendorName: 4,
        SFP_VendorSN: 'S9',
        SFP_Present: true,
        SFP_Mismatch: false,
        SFP_RxPower1: '-3.0 dBm',
        SFP_TxPower2: '-2.5 dBm',
      },
      {
        'sfp_info{index="1",direction="tx",vendor="GENNUM",part_number="",serial="S9"}': 1,
        'sfp_module_present{index="1",direction="tx"}': 1,
        'sfp_module_mismatch{index="1",direction="tx"}': 0,
        'sfp_transmit_power_dbm{index="1",direction="tx",lane="2"}': -2.5,
      },
    ],
    [
      'SFP_Stats',
      { SFP_VendorName: 5, SFP_VendorPN: 'N/A', SFP_VendorSN: '000123', SFP_Present: false },
      { 'sfp_module_present{index="1",direction="rx"}': 0 },
    ],
    ['SFP_Stats', { SFP_VendorName: '5', SFP_VendorPN: 'N/A', SFP_VendorSN: 'N/A' }, {}],
  ])('%s %j are %j', (table, row, expected) => {
    expect(system({ [table]: [{ idx: 1, ...row }] })).toEqual(named('ic_snp_', expected));
  });
});

describe('licences and DSPs', () => {
  it.each<[object, Record<string, number>]>([
    [
      { License_Info: [{ keyName: 'KEY-1 ', tokensTotal: 4, tokensAvailable: '1', invalidConfig: '' }] },
      {
        'license_tokens{key="KEY-1"}': 4,
        'license_tokens_available{key="KEY-1"}': 1,
        'license_invalid{key="KEY-1"}': 0,
      },
    ],
    [{ License_Info: [{ keyName: 'KEY-1', invalidConfig: 'too few tokens' }] }, { 'license_invalid{key="KEY-1"}': 1 }],
    [{ License_Info: [{ tokensTotal: 4 }, { keyName: '', tokensTotal: 4 }, { keyName: 5, tokensTotal: 4 }] }, {}],
    [
      { AAP_License_Status: [{ keyName: 'DTS', creditsTotal: 8, creditsUsed: 2 }] },
      { 'audio_license_credits{key="DTS"}': 8, 'audio_license_credits_used{key="DTS"}': 2 },
    ],
    [
      { DSPutilization: [{ DSP_Number: 'OB-1', Active: '35', Planned: 70 }] },
      { 'dsp_utilization_ratio{dsp="OB-1"}': 0.35, 'dsp_planned_utilization_ratio{dsp="OB-1"}': 0.7 },
    ],
    [{ DSPutilization: { DSP_Number: 'OB-1', Active: '5' } }, { 'dsp_utilization_ratio{dsp="OB-1"}': 0.05 }],
    [{ DSPutilization: [{ DSP_Number: 'OB-1', Active: 'N/A', Planned: '' }] }, {}],
    [{ License_Info: [{ keyName: 'KEY-1', tokensTotal: 0, tokensAvailable: 0, invalidConfig: '' }] }, {}],
  ])('%j are %j', (part, expected) => expect(system(part)).toEqual(named('ic_snp_', expected)));

  it('of a licence that loses its token stay, as 0', () => {
    const licence = (tokensTotal: number) => ({
      type: 'system',
      License_Info: [{ keyName: 'KEY-1', tokensTotal, tokensAvailable: 0, invalidConfig: '' }],
    });
    expect(seriesOf('system', [licence(1), licence(0)])).toEqual({
      'ic_snp_license_tokens{key="KEY-1"}': 0,
      'ic_snp_license_tokens_available{key="KEY-1"}': 0,
      'ic_snp_license_invalid{key="KEY-1"}': 0,
    });
  });
});
