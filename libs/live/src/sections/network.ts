import {
  bytesPerSecond,
  counter,
  gatewayAddress,
  IGMP_JOIN_OK,
  IP_RX_SETUP,
  IP_WAN,
  isConfiguredAddress,
  isRegistered,
  LEGS,
  lldpNeighbour,
  macAddress,
  playoutSeconds,
  seconds,
  SYSTEM,
  type JsonObject,
  type Leg,
} from '@snp/protocol';
import type { LegDto, NetworkDto, VlanDto } from '../dto/status/network.dto';
import { complaint, flagOrNull, indexedRowsAt, objectAt, orNull, words, yesNo } from './values';

const NOTHING: JsonObject = {};

/** What a leg carries now, in bytes per second. */
export interface LegRates {
  readonly receive: number | undefined;
  readonly transmit: number | undefined;
}

/** The rates of both legs, of the object `ipWan`. */
export function readRates(wan: JsonObject): Record<Leg, LegRates> {
  const status = objectAt(wan, IP_WAN.section);
  const ratesOf = ({ receiveRate, transmitRate }: (typeof IP_WAN.legs)[Leg]): LegRates => ({
    receive: bytesPerSecond(status[receiveRate]),
    transmit: bytesPerSecond(status[transmitRate]),
  });
  return { primary: ratesOf(IP_WAN.legs.primary), secondary: ratesOf(IP_WAN.legs.secondary) };
}

/** The media networks, of the objects `ipWan`, `ipRxSetup` and `system`, as far as they are there. */
export function readNetwork(wan = NOTHING, setup = NOTHING, system = NOTHING): NetworkDto {
  const status = objectAt(wan, IP_WAN.section);
  const receive = objectAt(setup, IP_RX_SETUP.section);
  const fcs = objectAt(system, SYSTEM.fcs.section);
  return {
    hostname: words(status[IP_WAN.hostname]),
    registration_server: words(status[IP_WAN.registrationServer]),
    connected_server: words(status[IP_WAN.connectedServer]),
    system_server: words(status[IP_WAN.systemServer]),
    registration_server_connected: yesNo(isRegistered(status)),
    primary_dns: words(status[IP_WAN.primaryDns]),
    secondary_dns: words(status[IP_WAN.secondaryDns]),
    configured_receive_bytes_per_second: orNull(bytesPerSecond(status[IP_WAN.configuredReceiveRate])),
    configured_transmit_bytes_per_second: orNull(bytesPerSecond(status[IP_WAN.configuredTransmitRate])),
    minimum_playout_delay_seconds: orNull(playoutSeconds(receive[IP_RX_SETUP.minimumPlayoutDelay])),
    legs: LEGS.map((leg) => readLeg(leg, status, receive, fcs)),
    vlans: readVlans(wan),
  };
}

function readLeg(leg: Leg, status: JsonObject, receive: JsonObject, fcs: JsonObject): LegDto {
  const wan = IP_WAN.legs[leg];
  const igmp = IP_RX_SETUP.legs[leg];
  const neighbour = lldpNeighbour(status[wan.switch]);
  return {
    leg,
    address: words(status[wan.address]),
    mask: words(status[wan.mask]),
    gateway: words(gatewayAddress(status[wan.gateway])),
    mac: orNull(macAddress(status[wan.mac])),
    switch: words(neighbour?.name),
    switch_address: words(neighbour?.address),
    switch_port: words(status[wan.switchPort]),
    receive_bytes_per_second: orNull(bytesPerSecond(status[wan.receiveRate])),
    transmit_bytes_per_second: orNull(bytesPerSecond(status[wan.transmitRate])),
    receive_packets: orNull(counter(status[wan.receivePackets])),
    transmit_packets: orNull(counter(status[wan.transmitPackets])),
    receive_errors: orNull(counter(status[wan.receiveErrors])),
    receive_over_bandwidth: flagOrNull(status[wan.receiveOverBandwidth]),
    fcs_errors_exceeded: flagOrNull(fcs[SYSTEM.fcs.exceeded[leg]]),
    igmp_join_seconds: orNull(seconds(receive[igmp.join])),
    igmp_leave_seconds: orNull(seconds(receive[igmp.leave])),
    igmp_join_complaint: complaint(receive[igmp.joinStatus], IGMP_JOIN_OK),
  };
}

function readVlans(wan: JsonObject): VlanDto[] {
  const { rows, ...legs } = IP_WAN.vlans;
  return indexedRowsAt(wan, rows).flatMap(([index, row]) =>
    LEGS.flatMap((leg) => {
      const { address, mask, vlan } = legs[leg];
      if (!isConfiguredAddress(row[address])) return [];
      return [
        {
          leg,
          index,
          address: words(row[address]) ?? '',
          mask: words(row[mask]),
          vlan: orNull(counter(row[vlan])),
        },
      ];
    }),
  );
}
