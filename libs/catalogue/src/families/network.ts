import {
  bytesPerSecond,
  bytesPerSecondFromMegabits,
  counter,
  flag,
  gatewayAddress,
  IP_RX_SETUP,
  IP_WAN,
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
import { derived, value, type SampleReader, type ValueReader } from '../table/readers';

const WAN = at(IP_WAN.type, IP_WAN.section);
const RX_SETUP = at(IP_RX_SETUP.type, IP_RX_SETUP.section);

/** The same field of both legs: `priRxRate` and `secRxRate`. */
const legs = (field: keyof typeof IP_WAN.legs.primary, read: ValueReader): SampleReader[] =>
  LEGS.map((leg) => value(WAN, IP_WAN.legs[leg][field], read, { leg }));

/** The same field of both legs: `RxPrimaryIGMPJoin` and `RxSecondaryIGMPJoin`. */
const igmpLegs = (field: keyof typeof IP_RX_SETUP.legs.primary, read: ValueReader): SampleReader[] =>
  LEGS.map((leg) => value(RX_SETUP, IP_RX_SETUP.legs[leg][field], read, { leg }));

/** The four elements of an array such as `rxConfigBw25G`, one a processor. */
const perProcessor = (field: string, read: ValueReader): SampleReader[] =>
  PROCESSORS.map((processor, position) => value(WAN, `${field}.${position}`, read, { processor }));

const interfaceFacts = (leg: Leg): SampleReader => {
  const { address, mask, mac, gateway, switch: neighbour, switchPort } = IP_WAN.legs[leg];
  return facts(
    WAN,
    {
      address,
      mask,
      mac,
      gateway: { fields: [gateway], text: gatewayAddress },
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
    labels: ['hostname', 'registration_server', 'connected_server', 'system_server', 'primary_dns', 'secondary_dns'],
    help: 'Host name, NMOS registration servers found and connected, system server and name servers.',
    source: 'ipWan.ipWanStatus.hostName, registrationServer, registrationServerConnected, systemServer, priDns, altDns',
    read: facts(WAN, {
      hostname: IP_WAN.hostname,
      registration_server: IP_WAN.registrationServer,
      connected_server: IP_WAN.connectedServer,
      system_server: IP_WAN.systemServer,
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
    help: 'Frame check (FCS) errors of a media interface since they were last cleared on the device.',
    source: 'ipWan.ipWanStatus.priRxErrs, secRxErrs',
    read: legs('receiveErrors', counter),
  },
  {
    name: 'ic_snp_network_receive_over_bandwidth',
    type: 'gauge',
    labels: ['leg'],
    help: 'Whether a media interface receives over 1.5 Gb/s more than its receivers should get: unwanted multicast.',
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
    read: perProcessor(IP_WAN.configuredReceiveRates, bytesPerSecondFromMegabits),
  },
  {
    name: 'ic_snp_processor_configured_transmit_bytes_per_second',
    type: 'gauge',
    unit: 'bytes_per_second',
    labels: ['processor'],
    help: 'Bandwidth that the configured senders of a processor need.',
    source: 'ipWan.ipWanStatus.txConfigBw25G[]',
    read: perProcessor(IP_WAN.configuredTransmitRates, bytesPerSecondFromMegabits),
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
    help: 'Whether all IGMP joins since the measurements were last reset were completed within the configured time.',
    source: 'ipRxSetup.ipRxSetupStatus.RxPrimaryIGMPJoinStatus, RxSecondaryIGMPJoinStatus',
    read: igmpLegs('joinStatus', isIgmpJoinOk),
  },
  {
    name: 'ic_snp_registration_server_connected',
    type: 'gauge',
    help: 'Whether the device is connected to an NMOS registration server; absent if it has found none.',
    source: 'ipWan.ipWanStatus.registrationServerConnected, registrationServer',
    read: derived(WAN, isRegistered),
  },
  {
    name: 'ic_snp_processor_transmit_over_bandwidth',
    type: 'gauge',
    labels: ['processor'],
    help: 'Whether a sender of a processor is switched off because bandwidth is short.',
    source: 'ipWan.ipWanStatus.txOverBandwidth[]',
    read: perProcessor(IP_WAN.transmitOverBandwidth, flag),
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
