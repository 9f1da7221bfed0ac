import type { Answers } from '../second-reader';
import type { Body } from './audio-parts';

/** What the polls of a device answer. */
export function answers(more: Partial<Answers> = {}): Answers {
  return {
    processors: {
      processorA: processorConfig('Sync', 'HD', { audioPacketTime: 2 }),
      processorB: processorConfig('Multiviewer', 'HD', { audioPacketTime: 4, forceMAB: true }),
      processorC: processorConfig('N/A', 'UHD', { audioPacketTime: 6 }),
      processorD: processorConfig('JPEG-XS Encoder (TR-07)', 'UHD', { audioPacketTime: '0.125 ms' }),
    },
    channels: {
      'A-HD-1': channelConfig(' CAM 1 '),
      'A-HD-2': channelConfig('N/A'),
      'A-HD-3': channelConfig('Régie "B"\\2'),
      'C-HD-1': channelConfig('in UHD mode'),
    },
    system: { System_Control: { Net_Mode: 'Bonded LACP' }, Global_Control: { unit_name: 'TEST-SNP-01' } },
    ptp: ptpConfig(),
    console: consoleStatus(),
    ...more,
  };
}

export function processorConfig(personality: unknown, opMode: unknown, general: Body = {}): Body {
  return {
    general: { personality, forceMAB: false, audioPacketTime: 2, ...general },
    sections: [
      { idx: 1, opMode, inputMode: 'SDI' },
      { idx: 2, opMode, inputMode: 'IP' },
    ],
  };
}

export function channelConfig(name: unknown): Body {
  return { ProgramName: { name }, ProgramNameGwSdi: { name: 'of the other direction' } };
}

export function ptpConfig(general: Body = {}): Body {
  return {
    ptpGeneral: {
      ...{ ptpMode: 0, ptpLockingMode: 'PTP Only', ptpDomainNumber: 127, ptpUnicastMode: 'Disabled' },
      ...general,
    },
    ptpMaster: { ptpPriority1: 128, ptpProfile: 'SMPTE ST 2059-2' },
  };
}

export function consoleStatus(more: Body = {}): Body {
  return {
    operation: '',
    data: {
      ...{ upTime: 'up 2 weeks, 1 hour, 25 minutes', pwrOnTime: '14 days 01 hours 26 minutes 09 sec' },
      ...{ netMode: 'dual', serialNum: '2000000042', firmwareVer: '3.2.1.7', chassisType: 'SNP' },
      ...more,
    },
  };
}
