import {
  bytesPerSecond,
  bytesPerSecondFromMegabits,
  counter,
  flag,
  IP_RX_SETUP,
  IP_WAN,
  ipv4FromNumber,
  isConfiguredAddress,
  isIgmpJoinOk,
  isRegistered,
  LEGS,
  playoutSeconds,
  PROCESSORS,
  seconds,
  type Leg,
} from '@snp/protocol';
import { facts } from '../table/facts';
import { group } from '../table/family';
import { at, rows, type RowFilter } from '../table/place';
import { value, type SampleReader, type ValueReader } from '../table/readers';

const WAN = at(IP_WAN.type, IP_WAN.section);
const RX_SETUP = at(IP_RX_SETUP.type, IP_RX_SETUP.section);

/** The same field of both legs: `priRxRate` and `secRxRate`. */
const legs = (field: keyof typeof IP_WAN.legs.primary, read: ValueReader): SampleReader[] =>
  LEGS.map((leg) => value(WAN, IP_WAN.legs[leg][field], read, { leg }));

/** The same field of both legs: `RxPrimaryIGMPJoin` and `RxSecondaryIGMPJoin`. */
const igmpLegs = (field: keyof typeof IP_RX_SETUP.legs.primary, read: ValueReader): SampleReader[] =>
  LEGS.map((leg) => value(RX_SETUP, IP_RX_SETUP.legs[leg][field], read, { leg }));

/** The four elements of `rxConfigBw25G` or `txConfigBw25G`, one a processor. */
const perProcessor = (field: string): SampleReader[] =>
  PROCESSORS.map((processor, position) =>
    value(WAN, `${field}.${position}`, bytesPerSecondFromMegabits, { processor }),
  );

const interfaceFacts = (leg: Leg): SampleReader => {
  const { address, mask, mac, gateway, switch: neighbour, switchPort } = IP_WAN.legs[leg];
  return facts(
    WAN,
    {
      address,
      mask,
      mac,
      gateway: { fields: [gateway], text: ipv4FromNumber },
      switch: neighbour,
      switch_port: switchPort,
    },
    { labels: { leg } },
  );
};

const vlanFacts = (leg: Leg): SampleReader => {
  const { address, mask, vlan } = IP_WAN.vlans[leg];
  const only: RowFilter = (row) => isConfiguredAddress(row[address]);
  const place = rows(IP_WAN.type, IP_WAN.vlans.rows, { only: () => only });
  return facts(place, { address, mask, vlan }, { labels: { leg } });
};

/** The two media interfaces. */
export const network = group('network', [
  {
    name: 'ic_snp_network_info',
    type: 'info',
    labels: ['hostname', 'registration_server', 'primary_dns', 'secondary_dns'],
    help: 'Host name, NMOS registration server and name servers.',
    source: 'ipWan.ipWanStatus.hostName, registrationServer, priDns, altDns',
    read: facts(WAN, {
      hostname: IP_WAN.hostname,
      registration_server: IP_WAN.registrationServer,
      primary_dns: IP_WAN.primaryDns,
      secondary_dns: IP_WAN.secondaryDns,
    }),
  },
  {
    name: 'ic_snp_network_interface_info',
    type: 'info',
    labels: ['leg', 'address', 'mask', 'mac', 'gateway', 'switch', 'switch_port'],
    help: 'Addresses of a media interface and the switch port it is connected to.',
    source: 'ipWan.ipWanStatus.priIpAddr, priIpMask, priEthMACaddr, priGateway, priSwitchInfo, priPortInfo; sec…',
    read: LEGS.map(interfaceFacts),
  },
  {
    name: 'ic_snp_network_vlan_info',
    type: 'info',
    labels: ['leg', 'index', 'address', 'mask', 'vlan'],
    help: 'Address of a media interface in a VLAN.',
    source: 'ipWan.ipWanActiveStatus[]',
    read: LEGS.map(vlanFacts),
  },
  {
    name: 'ic_snp_network_receive_bytes_per_second',
    type: 'gauge',
    unit: 'bytes_per_second',
    labels: ['leg'],
    help: 'Receive rate of a media interface.',
    source: 'ipWan.ipWanStatus.priRxRate, secRxRate',
    read: legs('receiveRate', bytesPerSecond),
  },
  {
    name: 'ic_snp_network_transmit_bytes_per_second',
    type: 'gauge',
    unit: 'bytes_per_second',
    labels: ['leg'],
    help: 'Transmit rate of a media interface.',
    source: 'ipWan.ipWanStatus.priTxRate, secTxRate',
    read: legs('transmitRate', bytesPerSecond),
  },
  {
    name: 'ic_snp_network_receive_packets_total',
    type: 'counter',
    labels: ['leg'],
    help: 'Packets received by a media interface.',
    source: 'ipWan.ipWanStatus.priRxPkts, secRxPkts',
    read: legs('receivePackets', counter),
  },
  {
    name: 'ic_snp_network_transmit_packets_total',
    type: 'counter',
    labels: ['leg'],
    help: 'Packets sent by a media interface.',
    source: 'ipWan.ipWanStatus.priTxPkts, secTxPkts',
    read: legs('transmitPackets', counter),
  },
  {
    name: 'ic_snp_network_receive_errors_total',
    type: 'counter',
    labels: ['leg'],
    help: 'Packets with frame check (FCS) errors received by a media interface.',
    source: 'ipWan.ipWanStatus.priRxErrs, secRxErrs',
    read: legs('receiveErrors', counter),
  },
  {
    name: 'ic_snp_network_receive_over_bandwidth',
    type: 'gauge',
    labels: ['leg'],
    help: 'Whether a media interface receives over 1.5 Gb/s more than its receivers need, such as unwanted multicast.',
    source: 'ipWan.ipWanStatus.priRxOverBandwidth, secRxOverBandwidth',
    read: legs('receiveOverBandwidth', flag),
  },
  {
    name: 'ic_snp_network_configured_receive_bytes_per_second',
    type: 'gauge',
    unit: 'bytes_per_second',
    help: 'Bandwidth that the configured receivers need.',
    source: 'ipWan.ipWanStatus.rxConfigBw100G',
    read: value(WAN, IP_WAN.configuredReceiveRate, bytesPerSecond),
  },
  {
    name: 'ic_snp_network_configured_transmit_bytes_per_second',
    type: 'gauge',
    unit: 'bytes_per_second',
    help: 'Bandwidth that the configured senders need.',
    source: 'ipWan.ipWanStatus.txConfigBw100G',
    read: value(WAN, IP_WAN.configuredTransmitRate, bytesPerSecond),
  },
  {
    name: 'ic_snp_processor_configured_receive_bytes_per_second',
    type: 'gauge',
    unit: 'bytes_per_second',
    labels: ['processor'],
    help: 'Bandwidth that the configured receivers of a processor need.',
    source: 'ipWan.ipWanStatus.rxConfigBw25G[]',
    read: perProcessor(IP_WAN.configuredReceiveRates),
  },
  {
    name: 'ic_snp_processor_configured_transmit_bytes_per_second',
    type: 'gauge',
    unit: 'bytes_per_second',
    labels: ['processor'],
    help: 'Bandwidth that the configured senders of a processor need.',
    source: 'ipWan.ipWanStatus.txConfigBw25G[]',
    read: perProcessor(IP_WAN.configuredTransmitRates),
  },
  {
    name: 'ic_snp_igmp_join_seconds',
    type: 'gauge',
    unit: 'seconds',
    labels: ['leg'],
    help: 'Longest measured IGMP join time.',
    source: 'ipRxSetup.ipRxSetupStatus.RxPrimaryIGMPJoin, RxSecondaryIGMPJoin',
    read: igmpLegs('join', seconds),
  },
  {
    name: 'ic_snp_igmp_leave_seconds',
    type: 'gauge',
    unit: 'seconds',
    labels: ['leg'],
    help: 'Longest measured IGMP leave time.',
    source: 'ipRxSetup.ipRxSetupStatus.RxPrimaryIGMPLeave, RxSecondaryIGMPLeave',
    read: igmpLegs('leave', seconds),
  },
  {
    name: 'ic_snp_igmp_join_ok',
    type: 'gauge',
    labels: ['leg'],
    help: 'Whether IGMP joins complete within the configured time.',
    source: 'ipRxSetup.ipRxSetupStatus.RxPrimaryIGMPJoinStatus, RxSecondaryIGMPJoinStatus',
    read: igmpLegs('joinStatus', isIgmpJoinOk),
  },
  {
    name: 'ic_snp_registration_server_connected',
    type: 'gauge',
    help: 'Whether the NMOS registration server is connected; absent if none is configured.',
    source: 'ipWan.ipWanStatus.registrationServerConnected',
    read: value(WAN, IP_WAN.registrationServerConnected, isRegistered),
  },
  {
    name: 'ic_snp_receiver_minimum_playout_delay_seconds',
    type: 'gauge',
    unit: 'seconds',
    help: 'Minimum playout delay of the receivers.',
    source: 'ipRxSetup.ipRxSetupStatus.RxMinPlayoutDly',
    read: value(RX_SETUP, IP_RX_SETUP.minimumPlayoutDelay, playoutSeconds),
  },
]);
