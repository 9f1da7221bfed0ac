import {
  bytesPerSecond,
  bytesPerSecondFromMegabits,
  counter,
  flag,
  hasComplaint,
  ipv4FromNumber,
  isConfiguredAddress,
  isNothing,
  playoutSeconds,
  seconds,
} from '@snp/protocol';
import { facts } from '../table/facts';
import { group } from '../table/family';
import { at, rows } from '../table/place';
import { value, type Reading, type ValueReader } from '../table/reading';

const WAN = at('ipWan', 'ipWanStatus');
const RX_SETUP = at('ipRxSetup', 'ipRxSetupStatus');
const VLANS_PRIMARY = rows('ipWan', 'ipWanActiveStatus', {
  only: () => (row) => isConfiguredAddress(row.activePriIpAddr),
});
const VLANS_SECONDARY = rows('ipWan', 'ipWanActiveStatus', {
  only: () => (row) => isConfiguredAddress(row.activeSecIpAddr),
});

const PRIMARY = { leg: 'primary' };
const SECONDARY = { leg: 'secondary' };

/** The same field of both legs: `priRxRate` and `secRxRate`. */
const legs = (field: string, read: ValueReader): Reading[] => [
  value(WAN, `pri${field}`, read, PRIMARY),
  value(WAN, `sec${field}`, read, SECONDARY),
];

/** The same field of both legs: `RxPrimaryIGMPJoin` and `RxSecondaryIGMPJoin`. */
const igmpLegs = (field: string, read: ValueReader): Reading[] => [
  value(RX_SETUP, `RxPrimary${field}`, read, PRIMARY),
  value(RX_SETUP, `RxSecondary${field}`, read, SECONDARY),
];

/** The four elements of `rxConfigBw25G` or `txConfigBw25G`, one a processor. */
const perProcessor = (field: string): Reading[] =>
  ['A', 'B', 'C', 'D'].map((letter, position) =>
    value(WAN, `${field}.${position}`, bytesPerSecondFromMegabits, { processor: `processor${letter}` }),
  );

const interfaceFacts = (leg: 'pri' | 'sec') => ({
  address: `${leg}IpAddr`,
  mask: `${leg}IpMask`,
  mac: `${leg}EthMACaddr`,
  gateway: { fields: [`${leg}Gateway`], text: ipv4FromNumber },
  switch: `${leg}SwitchInfo`,
  switch_port: `${leg}PortInfo`,
});

const hasJoinComplaint = hasComplaint('', 'OK');

/** The join status is empty or `OK` when all is well and a whole sentence when it is not. */
function isJoinOk(raw: unknown): number | undefined {
  const complains = hasJoinComplaint(raw);
  return complains === undefined ? undefined : 1 - complains;
}

const YES: ReadonlySet<string> = new Set(['connected', 'true', 'yes', 'ok']);

/** `registrationServerConnected`: empty where no server is set; a boolean or a word otherwise. */
function isConnected(raw: unknown): number | undefined {
  if (typeof raw === 'boolean') return Number(raw);
  if (typeof raw !== 'string' || isNothing(raw.trim())) return undefined;
  return Number(YES.has(raw.trim().toLowerCase()));
}

/** The two media interfaces. */
export const network = group('network', [
  {
    name: 'ic_snp_network_info',
    type: 'info',
    labels: ['hostname', 'registration_server', 'primary_dns', 'secondary_dns'],
    help: 'Host name, NMOS registration server and name servers.',
    source: 'ipWan.ipWanStatus.hostName, registrationServer, priDns, altDns',
    read: facts(WAN, {
      hostname: 'hostName',
      registration_server: 'registrationServer',
      primary_dns: 'priDns',
      secondary_dns: 'altDns',
    }),
  },
  {
    name: 'ic_snp_network_interface_info',
    type: 'info',
    labels: ['leg', 'address', 'mask', 'mac', 'gateway', 'switch', 'switch_port'],
    help: 'Addresses of a media interface, and the switch port that it is plugged into.',
    source: 'ipWan.ipWanStatus.priIpAddr, priIpMask, priEthMACaddr, priGateway, priSwitchInfo, priPortInfo; sec…',
    read: [
      facts(WAN, interfaceFacts('pri'), { labels: PRIMARY }),
      facts(WAN, interfaceFacts('sec'), { labels: SECONDARY }),
    ],
  },
  {
    name: 'ic_snp_network_vlan_info',
    type: 'info',
    labels: ['leg', 'index', 'address', 'mask', 'vlan'],
    help: 'Address of a media interface in a VLAN.',
    source: 'ipWan.ipWanActiveStatus[]',
    read: [
      facts(
        VLANS_PRIMARY,
        { address: 'activePriIpAddr', mask: 'activePriSubnet', vlan: 'activePriVlanId' },
        { labels: PRIMARY },
      ),
      facts(
        VLANS_SECONDARY,
        { address: 'activeSecIpAddr', mask: 'activeSecSubnet', vlan: 'activeSecVlanId' },
        { labels: SECONDARY },
      ),
    ],
  },
  {
    name: 'ic_snp_network_receive_bytes_per_second',
    type: 'gauge',
    unit: 'bytes_per_second',
    labels: ['leg'],
    help: 'Rate at which a media interface receives.',
    source: 'ipWan.ipWanStatus.priRxRate, secRxRate',
    read: legs('RxRate', bytesPerSecond),
  },
  {
    name: 'ic_snp_network_transmit_bytes_per_second',
    type: 'gauge',
    unit: 'bytes_per_second',
    labels: ['leg'],
    help: 'Rate at which a media interface sends.',
    source: 'ipWan.ipWanStatus.priTxRate, secTxRate',
    read: legs('TxRate', bytesPerSecond),
  },
  {
    name: 'ic_snp_network_receive_packets_total',
    type: 'counter',
    labels: ['leg'],
    help: 'Packets that a media interface has received.',
    source: 'ipWan.ipWanStatus.priRxPkts, secRxPkts',
    read: legs('RxPkts', counter),
  },
  {
    name: 'ic_snp_network_transmit_packets_total',
    type: 'counter',
    labels: ['leg'],
    help: 'Packets that a media interface has sent.',
    source: 'ipWan.ipWanStatus.priTxPkts, secTxPkts',
    read: legs('TxPkts', counter),
  },
  {
    name: 'ic_snp_network_receive_errors_total',
    type: 'counter',
    labels: ['leg'],
    help: 'Packets that a media interface has received with errors.',
    source: 'ipWan.ipWanStatus.priRxErrs, secRxErrs',
    read: legs('RxErrs', counter),
  },
  {
    name: 'ic_snp_network_receive_over_bandwidth',
    type: 'gauge',
    labels: ['leg'],
    help: 'Whether a media interface receives more than it can take.',
    source: 'ipWan.ipWanStatus.priRxOverBandwidth, secRxOverBandwidth',
    read: legs('RxOverBandwidth', flag),
  },
  {
    name: 'ic_snp_network_configured_receive_bytes_per_second',
    type: 'gauge',
    unit: 'bytes_per_second',
    help: 'Rate that the configured receivers need.',
    source: 'ipWan.ipWanStatus.rxConfigBw100G',
    read: value(WAN, 'rxConfigBw100G', bytesPerSecond),
  },
  {
    name: 'ic_snp_network_configured_transmit_bytes_per_second',
    type: 'gauge',
    unit: 'bytes_per_second',
    help: 'Rate that the configured senders need.',
    source: 'ipWan.ipWanStatus.txConfigBw100G',
    read: value(WAN, 'txConfigBw100G', bytesPerSecond),
  },
  {
    name: 'ic_snp_processor_configured_receive_bytes_per_second',
    type: 'gauge',
    unit: 'bytes_per_second',
    labels: ['processor'],
    help: 'Rate that the configured receivers of a processor need.',
    source: 'ipWan.ipWanStatus.rxConfigBw25G[]',
    read: perProcessor('rxConfigBw25G'),
  },
  {
    name: 'ic_snp_processor_configured_transmit_bytes_per_second',
    type: 'gauge',
    unit: 'bytes_per_second',
    labels: ['processor'],
    help: 'Rate that the configured senders of a processor need.',
    source: 'ipWan.ipWanStatus.txConfigBw25G[]',
    read: perProcessor('txConfigBw25G'),
  },
  {
    name: 'ic_snp_igmp_join_seconds',
    type: 'gauge',
    unit: 'seconds',
    labels: ['leg'],
    help: 'Time that an IGMP join takes.',
    source: 'ipRxSetup.ipRxSetupStatus.RxPrimaryIGMPJoin, RxSecondaryIGMPJoin',
    read: igmpLegs('IGMPJoin', seconds),
  },
  {
    name: 'ic_snp_igmp_leave_seconds',
    type: 'gauge',
    unit: 'seconds',
    labels: ['leg'],
    help: 'Time that an IGMP leave takes.',
    source: 'ipRxSetup.ipRxSetupStatus.RxPrimaryIGMPLeave, RxSecondaryIGMPLeave',
    read: igmpLegs('IGMPLeave', seconds),
  },
  {
    name: 'ic_snp_igmp_join_ok',
    type: 'gauge',
    labels: ['leg'],
    help: 'Whether IGMP joins are within the time that is set for them.',
    source: 'ipRxSetup.ipRxSetupStatus.RxPrimaryIGMPJoinStatus, RxSecondaryIGMPJoinStatus',
    read: igmpLegs('IGMPJoinStatus', isJoinOk),
  },
  {
    name: 'ic_snp_registration_server_connected',
    type: 'gauge',
    help: 'Whether the NMOS registration server is connected; absent where none is set.',
    source: 'ipWan.ipWanStatus.registrationServerConnected',
    read: value(WAN, 'registrationServerConnected', isConnected),
  },
  {
    name: 'ic_snp_receiver_minimum_playout_delay_seconds',
    type: 'gauge',
    unit: 'seconds',
    help: 'Shortest playout delay that the receivers can have.',
    source: 'ipRxSetup.ipRxSetupStatus.RxMinPlayoutDly',
    read: value(RX_SETUP, 'RxMinPlayoutDly', playoutSeconds),
  },
]);
