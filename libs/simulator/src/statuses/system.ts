import type { DeviceModel } from '../model/device-model';
import { hasOldFirmware, macAddress } from '../model/identity';
import { celsius, rpm } from './format';
import type { Body, Generator } from './generator';
import { qsfpModules, sfpReceiveModules, sfpTransmitModules } from './optics';

export const system: Generator = {
  type: 'system',
  every: 2,
  ids: () => ['system'],
  fields: (model) => ({
    AAP_License_Status: AUDIO_LICENCES,
    Alarm_Stats: {
      majorInstances: model.alarms.count('major'),
      minorInstances: model.alarms.count('minor'),
      uniqueTypes: model.alarms.uniqueReasons(),
    },
    Board_Temperatures: {
      Exp1_Board: 'N/A',
      Exp2_Board: 'N/A',
      IO_Board: celsius(model.thermals.ioBoard),
      Main_Board: celsius(model.thermals.mainBoard),
      Tx_Board: '0.0 °C',
    },
    ...dsps(model),
    FCS_Stats: {
      priFCSerrorsExceeded: model.network.isDamaged('primary'),
      secFCSerrorsExceeded: model.network.isDamaged('secondary'),
    },
    FPGA_Dates: BUILDS,
    FPGA_HW_Stats: fpgas(model),
    Front_Fan_Stats: fans(model),
    General: { productReleaseState: '', rebootRequired: model.isRebootRequired },
    LED_Stats: { LED_States: model.alarms.count('major') > 0 ? '111123' : '111113' },
    License_Info: LICENCES,
    Power_Supply_Stats: powerSupplies(model),
    QSFP_Stats: qsfpModules(model),
    SFP_Stats: sfpReceiveModules(model),
    SFP_Tx_Stats: sfpTransmitModules(model),
    SNP_HW_Stats: {
      Chassis: model.identity.chassis,
      FWRev: model.identity.firmware,
      HWRev: model.identity.hardware,
      MAC_0: macAddress(model.identity, 0),
      MAC_1: macAddress(model.identity, 1),
      Serial: model.identity.serial,
      sdramSize: '1 GB',
    },
  }),
};

/** Dolby E takes most of one DSP. Per cent, and whole numbers. */
const DSP_SESSIONS = [
  { session: 'OB-1', utilization: 37, credits: 2 },
  { session: 'OB-2', utilization: 12, credits: 4 },
];
/** Devices that process audio at all. */
const DEVICES_WITH_AUDIO_PROCESSING = 3;

function dsps({ identity }: DeviceModel): Body {
  const isBusy = identity.number % DEVICES_WITH_AUDIO_PROCESSING === 0;
  return {
    DSPsessionStatus: isBusy ? DSP_SESSIONS : [],
    DSPutilization: DSP_SESSIONS.map(({ session, utilization }) => ({
      Active: isBusy ? String(utilization) : '0',
      DSP_Number: session,
      Planned: isBusy ? String(utilization + 5) : '0',
    })),
  };
}

const HOT_FPGA = 95;
const FPGAS_OF_NEW_FIRMWARE = 5;

function fpgas({ thermals, identity }: DeviceModel): Body[] {
  const all = thermals.fpgas();
  const told = hasOldFirmware(identity) ? all : all.slice(0, FPGAS_OF_NEW_FIRMWARE);
  return told.map((temperature, at) => ({
    Calib_Alarm: '',
    Configuration_Alarm: false,
    Fan_Alarm: false,
    Fan_Status: 'OK',
    Temp: celsius(temperature),
    Temp_Alarm: temperature > HOT_FPGA,
    idx: at + 1,
  }));
}

function fans({ thermals }: DeviceModel): Body[] {
  return thermals.fanSpeeds().map((fan, at) => ({
    RotationalSpeed: rpm(fan.rpm),
    Status: fan.isOk ? 'OK' : 'Slow',
    idx: at + 1,
  }));
}

/** The kind of supply, by the chassis. */
const HOT_SWAP_CHASSIS = 2;

function powerSupplies({ isPowerSupplyOk, identity }: DeviceModel): Body {
  return {
    PS_EN_1: true,
    PS_EN_2: isPowerSupplyOk,
    PS_Fan_Alarm: false,
    PS_Fan_Status_1: true,
    PS_Fan_Status_2: isPowerSupplyOk,
    PS_Hot_Swap: identity.chassis === HOT_SWAP_CHASSIS,
    PS_Present_1: true,
    PS_Present_2: true,
    PS_Status: isPowerSupplyOk ? 'OK' : 'PS B failed',
  };
}

const AUDIO_LICENCES = [
  { creditsTotal: 0, creditsUsed: 0, invalidConfig: '', keyName: 'SIM-SK-DTS', keyTitle: 'DTS Audio Processing' },
  { creditsTotal: 8, creditsUsed: 2, invalidConfig: '', keyName: 'SIM-ASK-DEE', keyTitle: 'Dolby E Encoding' },
  { creditsTotal: 8, creditsUsed: 4, invalidConfig: '', keyName: 'SIM-ASK-DED', keyTitle: 'Dolby E Decoding' },
];

const LICENCES = [
  ['SIM-SK-CONV-QUAD', 'Four Channel Conversion Personality', 4],
  ['SIM-SK-CONV-UHD', 'Two Channel UHD Conversion Personality', 4],
  ['SIM-SK-AUDIO-128', '128 More Audio Channels'],
  ['SIM-SK-HDR', 'High Dynamic Range Conversion', 4],
  ['SIM-SK-MV', 'Multiviewer Personality', 2],
  ['SIM-SK-PROXY', 'HD Proxy Output Feature'],
  ['SIM-SK-SYNC', 'Frame Synchroniser Personality', 4],
  ['SIM-SK-JXS-DEC', 'JPEG XS Decoder', 1],
  ['SIM-SK-JXS-ENC', 'JPEG XS Encoder', 1],
  ['SIM-SK-MC', 'Master Control Personality'],
  ['SIM-SK-MC-UHD', 'Master Control UHD Personality'],
  ['SIM-SK-ACO', 'Automatic Changeover Feature', 4],
  ['SIM-SK-AUDIO-ADV', 'Advanced Audio Processing Feature'],
  ['SIM-PLAT-2', 'Second Processor Pair Feature'],
  ['SIM-SK-GATEWAY', 'SDI Gateway And Synchroniser Personality'],
  ['SIM-SK-MC-FX', 'Squeeze Back Effects Personality'],
  ['SIM-SK-EAS', 'Emergency Alert Feature'],
].map(([keyName, keyTitle, tokens = 0]) => ({
  invalidConfig: '',
  keyName,
  keyTitle,
  tokensAvailable: tokens === 4 ? 1 : 0,
  tokensTotal: tokens,
}));

const HARDWARE_BUILD = 'HW:2025-08-01';
const BUILDS: Body = {
  ...Object.fromEntries(
    [
      'Conv4',
      'Conv',
      'Gw88',
      'Jxsd',
      'Jxse',
      'Mcl',
      'Rmap',
      'Stat',
      'Sync',
      'Tr7d',
      'Tr7du',
      'Tr7e',
      'Tr7eu',
      'fpgaIP',
    ].map((name) => [`${name}RevDate`, `${HARDWARE_BUILD} SW:2025-05-06`]),
  ),
  MultiviewerPortraitRevDate: `${HARDWARE_BUILD} SW:2025-02-03 MV:2025-02-10`,
  MultiviewerRevDate: `${HARDWARE_BUILD} SW:2025-02-03 MV:2025-02-10`,
  fpgaBB1RevDate: `(M) ${HARDWARE_BUILD} SW:2025-02-03`,
  fpgaBB2RevDate: `(S) ${HARDWARE_BUILD} SW:2025-05-06`,
  fpgaBB3RevDate: `(S) ${HARDWARE_BUILD} SW:2025-05-06`,
  fpgaBB4RevDate: `(S) ${HARDWARE_BUILD} SW:2025-05-06`,
};
