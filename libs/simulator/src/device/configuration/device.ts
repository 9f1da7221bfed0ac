import type { DeviceModel } from '../../model/device-model';
import { PROCESSORS, type Processor } from '../../model/device-kind';
import type { Body } from '../../statuses/generator';

/** The third is the ninth receiver's. */
const SECTIONS = [1, 2, 3];
/** Indexes, not times: 1 ms, 125 µs, 500 µs. */
const AUDIO_PACKET_TIMES = [2, 4, 6, 2];
/** Processors that are fed from the network. */
const FED_PROCESSORS = ['A'];

/** `config/processorA` */
export function processorConfig({ identity }: DeviceModel, processor: Processor): Body {
  const personality = identity.personalities[processor];
  return {
    general: {
      personality,
      lowLatencyMode: false,
      audioPacketTime: AUDIO_PACKET_TIMES[PROCESSORS.indexOf(processor)],
      sfpSelect: 0,
      sfpEnable: false,
      forceMAB: processor === 'A' && personality === 'Multiviewer',
      enable9thReceiver: true,
      AdvancedMode: false,
      processorMode: 0,
    },
    sections: SECTIONS.map((idx) => ({
      idx,
      opMode: identity.uhdProcessors.includes(processor) ? 'UHD' : 'HD',
      inputMode: FED_PROCESSORS.includes(processor) || (processor === 'B' && idx === 1) ? 'IP' : 'SDI',
    })),
  };
}

/** `config/system` */
export function systemConfig({ identity }: DeviceModel): Body {
  return {
    Global_Control: {
      unit_name: identity.name,
      QSFPA_FECcontrol: 1,
      QSFPB_FECcontrol: 1,
      FCSErrorThreshold: 100,
      TimeZoneOffset: '0:00',
    },
    System_Control: {
      Net_Mode: identity.netMode,
      Eth0_ipAddr: identity.managementAddress,
      Eth0_netmask: '255.255.255.0',
      Eth0_gateway: identity.managementAddress.replace(/\d+$/, '254'),
      Eth0_dhcp: false,
      Eth1_ipAddr: '0.0.0.0',
      Eth1_netmask: '0.0.0.0',
      Eth1_gateway: '0.0.0.0',
      Eth1_dhcp: false,
    },
  };
}

/** Devices that may become master themselves. */
const DEVICES_WITH_MASTER_MODE = 6;

/** `config/ptp` */
export function ptpConfig({ identity }: DeviceModel): Body {
  return {
    ptpGeneral: {
      ptpMode: identity.number % DEVICES_WITH_MASTER_MODE === 0 ? 1 : 0,
      ptpLockingMode: identity.hasGenlock ? 'PTP With Black Assist' : 'PTP Only',
      ptpDomainNumber: 127,
      ptpAnnounceInterval: -2,
      ptpAnnounceTimeout: 3,
      ptpOWDPath: '100G->100G',
      ptpOWDOffset: 0,
      ptpUnicastMode: 'Disabled',
      ptpUnicastInterface: 0,
      ptpUnicastIp: '0.0.0.0',
    },
    ptpMaster: {
      ptpPriority1: 128,
      ptpPriority2: 128,
      ptpStep: 'Two Step',
      ptpSyncInterval: -3,
      ptpLogMinDelayAdj: 0,
      ptpMasterCommunicationModel: 'Multicast',
      ptpProfile: 'SMPTE ST 2059-2',
      ptpUtcTime: '',
      ptpReloadLeapsec: false,
      ptpJamNTPTimeNow: false,
    },
  };
}

/** `config/ipRxSetup` */
export function ipRxSetupConfig(): Body {
  return {
    ipRxSetupControl: {
      RxPlayoutDly: 8,
      RxIGMPLeaveDly: 2000,
      RxIGMPJoinDly: 50,
      Switch8KEnable: 0,
      MABLeaveCheck: 0,
    },
  };
}
