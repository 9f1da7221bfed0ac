import { isIPv4 } from 'node:net';
import type { Expectation } from '../reading/expectation';
import {
  array,
  bytesPerSecond,
  counter,
  flag,
  isAddress,
  label,
  megabits,
  number,
  object,
  rows,
  seconds,
  text,
  word,
  type Maybe,
  type Raw,
} from '../reading/values';

/** How fields of the two legs begin. */
const LEGS = [
  ['primary', 'pri', 'Pri', 'Primary'],
  ['secondary', 'sec', 'Sec', 'Secondary'],
] as const;
const PROCESSORS = ['processorA', 'processorB', 'processorC', 'processorD'];

export function readIpWan(status: Raw, out: Expectation): void {
  const wan = object(status['ipWanStatus']);
  readHost(wan, out);
  for (const [leg, pri] of LEGS) readLeg(wan, leg, pri, out);
  readVlans(status['ipWanActiveStatus'], out);
  readProcessors(wan, out);
}

function readHost(wan: Raw, out: Expectation): void {
  const facts = {
    hostname: label(wan['hostName']),
    registration_server: label(wan['registrationServer']),
    connected_server: label(wan['registrationServerConnected']),
    system_server: label(wan['systemServer']),
    primary_dns: label(wan['priDns']),
    secondary_dns: label(wan['altDns']),
  };
  out.info('ic_snp_network_info', {}, facts);
  out.add('ic_snp_registration_server_connected', {}, registration(wan));
  out.add('ic_snp_network_configured_receive_bytes_per_second', {}, bytesPerSecond(wan['rxConfigBw100G']));
  out.add('ic_snp_network_configured_transmit_bytes_per_second', {}, bytesPerSecond(wan['txConfigBw100G']));
}

function registration(wan: Raw): Maybe {
  if (typeof wan['registrationServerConnected'] !== 'string') return undefined;
  if (word(wan['registrationServerConnected']) !== undefined) return 1;
  return word(wan['registrationServer']) === undefined ? undefined : 0;
}

function readLeg(wan: Raw, leg: string, pri: string, out: Expectation): void {
  const facts = {
    address: label(wan[`${pri}IpAddr`]),
    mask: label(wan[`${pri}IpMask`]),
    mac: label(wan[`${pri}EthMACaddr`]),
    gateway: gateway(wan[`${pri}Gateway`]),
    switch: label(wan[`${pri}SwitchInfo`]),
    switch_port: label(wan[`${pri}PortInfo`]),
  };
  out.info('ic_snp_network_interface_info', { leg }, facts);
  out.add('ic_snp_network_receive_bytes_per_second', { leg }, bytesPerSecond(wan[`${pri}RxRate`]));
  out.add('ic_snp_network_transmit_bytes_per_second', { leg }, bytesPerSecond(wan[`${pri}TxRate`]));
  out.add('ic_snp_network_receive_packets_total', { leg }, counter(wan[`${pri}RxPkts`]));
  out.add('ic_snp_network_transmit_packets_total', { leg }, counter(wan[`${pri}TxPkts`]));
  out.add('ic_snp_network_receive_errors_total', { leg }, counter(wan[`${pri}RxErrs`]));
  out.add('ic_snp_network_receive_over_bandwidth', { leg }, flag(wan[`${pri}RxOverBandwidth`]));
}

/** In dotted form, from a number or a text; empty for 0.0.0.0. */
function gateway(value: unknown): string {
  const address = number(value);
  if (address === undefined) return dotted(label(value));
  if (counter(address) === undefined || address > 0xff_ff_ff_ff) return '';
  return dotted([24, 16, 8, 0].map((bits) => Math.floor(address / 2 ** bits) % 256).join('.'));
}

function dotted(address: string): string {
  return isIPv4(address) && address !== '0.0.0.0' ? address : '';
}

function readVlans(status: unknown, out: Expectation): void {
  for (const [index, row] of rows(status)) {
    for (const [leg, , pri] of LEGS) {
      if (!isAddress(row[`active${pri}IpAddr`])) continue;
      const facts = {
        address: label(row[`active${pri}IpAddr`]),
        mask: label(row[`active${pri}Subnet`]),
        vlan: label(row[`active${pri}VlanId`]),
      };
      out.info('ic_snp_network_vlan_info', { leg, index }, facts);
    }
  }
}

function readProcessors(wan: Raw, out: Expectation): void {
  PROCESSORS.forEach((processor, index) => {
    const receive = megabits(array(wan['rxConfigBw25G'])[index]);
    const transmit = megabits(array(wan['txConfigBw25G'])[index]);
    const over = flag(array(wan['txOverBandwidth'])[index]);
    out.add('ic_snp_processor_configured_receive_bytes_per_second', { processor }, receive);
    out.add('ic_snp_processor_configured_transmit_bytes_per_second', { processor }, transmit);
    out.add('ic_snp_processor_transmit_over_bandwidth', { processor }, over);
  });
}

export function readIpRxSetup(status: Raw, out: Expectation): void {
  const setup = object(status['ipRxSetupStatus']);
  out.add('ic_snp_receiver_minimum_playout_delay_seconds', {}, seconds(setup['RxMinPlayoutDly']));
  for (const [leg, , , name] of LEGS) {
    out.add('ic_snp_igmp_join_seconds', { leg }, seconds(setup[`Rx${name}IGMPJoin`]));
    out.add('ic_snp_igmp_leave_seconds', { leg }, seconds(setup[`Rx${name}IGMPLeave`]));
    out.add('ic_snp_igmp_join_ok', { leg }, joinOk(setup[`Rx${name}IGMPJoinStatus`]));
  }
}

function joinOk(value: unknown): Maybe {
  if (typeof value !== 'string') return undefined;
  if (text(value) === undefined || text(value) === 'OK') return 1;
  return word(value) === undefined ? undefined : 0;
}
