import type { DeviceModel } from '../model/device-model';
import { macAddress, PROCESSORS, type Processor } from '../model/identity';
import { powerOnTime, uptime } from '../statuses/format';
import type { Body } from '../statuses/generator';

const SECTIONS = 9;
const SECONDS_BEFORE_SOFTWARE_STARTS = 44;

/** `config/processorX`: the configuration itself is JSON in a string. */
export function processorConfig({ identity }: DeviceModel, processor: Processor): Body {
  const personality = identity.personalities[processor];
  return envelope('processor', `processor${processor}`, {
    general: {
      personality,
      forceMAB: processor === 'A' && personality === 'Multiviewer',
      audioPacketTime: personality.startsWith('Master') ? 0.125 : 1,
    },
    sections: Array.from({ length: SECTIONS }, (_, at) => ({
      idx: at + 1,
      opMode: personality.includes('UHD') ? 'UHD' : 'HD',
      inputMode: at % 3 === 2 ? 'IP' : 'SDI',
    })),
  });
}

export function systemConfig({ identity }: DeviceModel): Body {
  return envelope('system', 'system', {
    Global_Control: { unit_name: identity.name },
    System_Control: {
      Net_Mode: identity.netMode,
      Eth0_ipAddr: identity.managementAddress,
      Eth0_ipMask: '255.255.255.0',
      Eth1_ipAddr: '0.0.0.0',
    },
  });
}

const NET_MODES = { 'Dual Addresses': 'dual', 'Bonded Active/Backup': 'bond', 'Bonded LACP': 'lacp' };

export function consoleStatus(model: DeviceModel): Body {
  const { identity, uptimeSeconds } = model;
  return {
    operation: '',
    data: {
      upTime: uptime(uptimeSeconds),
      pwrOnTime: powerOnTime(uptimeSeconds + SECONDS_BEFORE_SOFTWARE_STARTS),
      netMode: NET_MODES[identity.netMode],
      serialNum: identity.serial,
      firmwareVer: identity.firmware,
      firmwareDate: '2025-09-30',
      chassisType: 'SNP-1RU',
      interfaces: [0, 1].map((port) => ({
        id: `ctrl${port + 1}`,
        ip: port === 0 ? identity.managementAddress : '0.0.0.0',
        mask: port === 0 ? '255.255.255.0' : '0.0.0.0',
        gateway: port === 0 ? identity.managementAddress.replace(/\d+$/, '254') : '0.0.0.0',
        mac: macAddress(identity, port),
        dhcp: false,
      })),
    },
  };
}

const PARAMETERS = 220;
/** What a device configures besides the objects that have a status. */
const CONFIGURED_ONLY = [
  'snpRx',
  'snpTx',
  'snpIpRx',
  'snpIpTx',
  'snmp',
  'ntp',
  'users',
  'logging',
  'audioMap',
  'routes',
  'presets',
];

/** The configurations of all objects, each a JSON text: a lot, as on a real device. */
export function allConfigurations(model: DeviceModel, objects: readonly { type: string; id: string }[]): string[] {
  const extra = CONFIGURED_ONLY.flatMap((type) =>
    PROCESSORS.map((processor) => ({ type, id: `${processor}-${type}` })),
  );
  return [...objects, ...extra].map(({ type, id }) =>
    JSON.stringify({ ...envelope(type, id, parameters(id)), elementIp: model.identity.managementAddress }),
  );
}

function parameters(id: string): Body {
  return Object.fromEntries(
    Array.from({ length: PARAMETERS }, (_, at) => [
      `parameter_${at + 1}`,
      { value: at, default: 0, caption: `${id} ${at + 1}` },
    ]),
  );
}

function envelope(type: string, id: string, config: Body): Body {
  return { type, object_ID: id, name: id, version: 1, config: JSON.stringify(config) };
}
