import {
  bytesPerSecond,
  counter,
  ipv4FromNumber,
  isConfiguredAddress,
  isOk,
  lldpNeighbour,
  macAddress,
  playoutSeconds,
  seconds,
  type JsonObject,
} from '@snp/protocol';
import type { LegDto, NetworkDto, VlanDto } from '../dto/status/network.dto';
import { LEGS, type Leg } from '../dto/words';
import { complaint, flagOrNull, indexedRowsAt, objectAt, orNull, words, yesNo } from './fields';

const NOTHING: JsonObject = {};

/** How the fields of a leg begin: in `ipWan`, in `ipRxSetup`, in its VLAN rows. */
const PREFIXES: Readonly<Record<Leg, { wan: 'pri' | 'sec'; setup: string; vlan: string }>> = {
  primary: { wan: 'pri', setup: 'RxPrimary', vlan: 'activePri' },
  secondary: { wan: 'sec', setup: 'RxSecondary', vlan: 'activeSec' },
};

/** What a leg carries now, in bytes per second. */
export interface LegRates {
  readonly receive: number | undefined;
  readonly transmit: number | undefined;
}

/** The rates of both legs, of the object `ipWan`. */
export function readRates(wan: JsonObject): Record<Leg, LegRates> {
  const status = objectAt(wan, 'ipWanStatus');
  return {
    primary: { receive: bytesPerSecond(status.priRxRate), transmit: bytesPerSecond(status.priTxRate) },
    secondary: { receive: bytesPerSecond(status.secRxRate), transmit: bytesPerSecond(status.secTxRate) },
  };
}

/** The media networks, of the objects `ipWan`, `ipRxSetup` and `system`, as far as they are there. */
export function readNetwork(wan = NOTHING, setup = NOTHING, system = NOTHING): NetworkDto {
  const status = objectAt(wan, 'ipWanStatus');
  const receive = objectAt(setup, 'ipRxSetupStatus');
  const fcs = objectAt(system, 'FCS_Stats');
  return {
    hostname: words(status.hostName),
    registration_server: words(status.registrationServer),
    registration_server_connected: registered(status.registrationServerConnected),
    primary_dns: words(status.priDns),
    secondary_dns: words(status.altDns),
    configured_receive_bytes_per_second: orNull(bytesPerSecond(status.rxConfigBw100G)),
    configured_transmit_bytes_per_second: orNull(bytesPerSecond(status.txConfigBw100G)),
    minimum_playout_delay_seconds: orNull(playoutSeconds(receive.RxMinPlayoutDly)),
    legs: LEGS.map((leg) => readLeg(leg, status, receive, fcs)),
    vlans: readVlans(wan),
  };
}

function readLeg(leg: Leg, status: JsonObject, receive: JsonObject, fcs: JsonObject): LegDto {
  const { wan, setup } = PREFIXES[leg];
  const neighbour = lldpNeighbour(status[`${wan}SwitchInfo`]);
  return {
    leg,
    address: words(status[`${wan}IpAddr`]),
    mask: words(status[`${wan}IpMask`]),
    gateway: orNull(ipv4FromNumber(status[`${wan}Gateway`])),
    mac: orNull(macAddress(status[`${wan}EthMACaddr`])),
    switch: words(neighbour?.name),
    switch_address: words(neighbour?.address),
    switch_port: words(status[`${wan}PortInfo`]),
    receive_bytes_per_second: orNull(bytesPerSecond(status[`${wan}RxRate`])),
    transmit_bytes_per_second: orNull(bytesPerSecond(status[`${wan}TxRate`])),
    receive_packets: orNull(counter(status[`${wan}RxPkts`])),
    transmit_packets: orNull(counter(status[`${wan}TxPkts`])),
    receive_errors: orNull(counter(status[`${wan}RxErrs`])),
    receive_over_bandwidth: flagOrNull(status[`${wan}RxOverBandwidth`]),
    fcs_errors_exceeded: flagOrNull(fcs[`${wan}FCSerrorsExceeded`]),
    igmp_join_seconds: orNull(seconds(receive[`${setup}IGMPJoin`])),
    igmp_leave_seconds: orNull(seconds(receive[`${setup}IGMPLeave`])),
    igmp_join_complaint: complaint(receive[`${setup}IGMPJoinStatus`], 'OK'),
  };
}

/** The device writes nothing, a boolean or a word. */
function registered(raw: unknown): boolean | null {
  if (typeof raw !== 'string') return flagOrNull(raw);
  const word = raw.trim().toLowerCase();
  if (['true', 'yes', 'connected'].includes(word)) return true;
  return yesNo(isOk(raw));
}

function readVlans(wan: JsonObject): VlanDto[] {
  return indexedRowsAt(wan, 'ipWanActiveStatus').flatMap(([index, row]) =>
    LEGS.flatMap((leg) => {
      const { vlan } = PREFIXES[leg];
      const address = row[`${vlan}IpAddr`];
      if (!isConfiguredAddress(address)) return [];
      const mask = words(row[`${vlan}Subnet`]);
      return [{ leg, index, address: words(address) ?? '', mask, vlan: orNull(counter(row[`${vlan}VlanId`])) }];
    }),
  );
}
