import { ApiProperty } from '@nestjs/swagger';
import { LEGS, PTP_MODES, PTP_STATES, type Leg, type PtpMode, type PtpState } from '@snp/protocol';
import {
  Count,
  NullableCount,
  NullableFlag,
  NullableMoment,
  NullableNumber,
  NullableText,
  NullableWord,
  Word,
} from '../fields';

/** The PTP clock of the device. */
export class PtpDto {
  @NullableWord('State of the PTP controller', PTP_STATES)
  state!: PtpState | null;

  @NullableText('State as reported by the device', 'Locked')
  state_text!: string | null;

  @NullableFlag('Whether the device is locked')
  locked!: boolean | null;

  @NullableFlag('Whether the device itself is PTP master', false)
  is_master!: boolean | null;

  @NullableNumber('Offset from the master, seconds', 1.32e-7)
  offset_seconds!: number | null;

  @NullableNumber('Mean path delay, seconds', 1.53e-7)
  delay_seconds!: number | null;

  @NullableText('Clock identity of the grandmaster', '08-00-11-FF-FE-23-2C-56')
  grandmaster!: string | null;

  @NullableText('Clock identity of the device', '00-90-F9-FF-FE-34-7D-D6')
  clock_identity!: string | null;

  @NullableText('Address of the master', '10.9.9.65')
  master_address!: string | null;

  @NullableText('Address of the interface on which the master is received', '10.9.75.10')
  interface_address!: string | null;

  @NullableFlag('Whether the primary leg sees a master')
  master_visible_primary!: boolean | null;

  @NullableFlag('Whether the secondary leg sees a master')
  master_visible_secondary!: boolean | null;

  @NullableCount('Number of steps of the system time', 23)
  time_updates!: number | null;

  @NullableNumber('Largest step of the system time, seconds', 1.001)
  largest_time_update_seconds!: number | null;

  @NullableMoment('PTP time of the device', '2026-01-27T15:31:39.000Z')
  clock_at!: string | null;

  @NullableCount('Configured domain', 127)
  domain!: number | null;

  @NullableText('Configured profile', 'SMPTE ST 2059-2')
  profile!: string | null;

  @NullableWord('Configured mode', PTP_MODES)
  mode!: PtpMode | null;

  @NullableText('Configured locking mode', 'PTP Only')
  locking_mode!: string | null;

  @NullableText('Configured unicast mode', 'Disabled')
  unicast_mode!: string | null;
}

/** One of the two media networks. */
export class LegDto {
  @Word('Which leg', LEGS)
  leg!: Leg;

  @NullableText('Address', '10.9.75.10')
  address!: string | null;

  @NullableText('Network mask', '255.255.255.128')
  mask!: string | null;

  @NullableText('Gateway; null if there is none', '10.9.75.1')
  gateway!: string | null;

  @NullableText('MAC address', '00:90:f9:34:7d:d6')
  mac!: string | null;

  @NullableText('Name of the switch, from LLDP', 'WDC-R200-CSCORE1')
  switch!: string | null;

  @NullableText('Management address of the switch, from LLDP', '10.9.250.64')
  switch_address!: string | null;

  @NullableText('Port of the switch, from LLDP', 'Ethernet5/1')
  switch_port!: string | null;

  @NullableNumber('Received, bytes per second', 164892500)
  receive_bytes_per_second!: number | null;

  @NullableNumber('Sent, bytes per second', 2498862500)
  transmit_bytes_per_second!: number | null;

  @NullableNumber('Packets received', 1221876063636)
  receive_packets!: number | null;

  @NullableNumber('Packets sent', 11443250688341)
  transmit_packets!: number | null;

  @NullableNumber('Packets received with FCS errors since the counter was last cleared', 0)
  receive_errors!: number | null;

  @NullableFlag('Whether the leg receives unwanted traffic: over 1.5 Gb/s more than its receivers need', false)
  receive_over_bandwidth!: boolean | null;

  @NullableFlag('Whether FCS errors exceed their limit', false)
  fcs_errors_exceeded!: boolean | null;

  @NullableNumber('Longest measured IGMP join time, seconds', 0.051)
  igmp_join_seconds!: number | null;

  @NullableNumber('Longest measured IGMP leave time, seconds', 2)
  igmp_leave_seconds!: number | null;

  @NullableText('Problem with IGMP joins as reported by the device; empty if there is none', '')
  igmp_join_complaint!: string | null;
}

/** An address of a media interface in a VLAN. */
export class VlanDto {
  @Word('Which leg', LEGS)
  leg!: Leg;

  @Count('Number of the row', 1)
  index!: number;

  @ApiProperty({ description: 'Address', example: '10.9.75.10' })
  address!: string;

  @NullableText('Network mask', '255.255.255.128')
  mask!: string | null;

  @NullableCount('VLAN id; 0 is untagged', 0)
  vlan!: number | null;
}

/** The media networks. */
export class NetworkDto {
  @NullableText('Host name', 'SNP-2118161053')
  hostname!: string | null;

  @NullableText('NMOS registration servers that were found', '10.9.1.20')
  registration_server!: string | null;

  @NullableText('NMOS registration server that the device is connected to, address:port', '10.9.1.20:8235')
  connected_server!: string | null;

  @NullableText('NMOS system server', '10.9.1.20')
  system_server!: string | null;

  @NullableFlag('Whether the device is connected to a registration server; null if it has found none')
  registration_server_connected!: boolean | null;

  @NullableText('Primary DNS server', '10.9.1.1')
  primary_dns!: string | null;

  @NullableText('Secondary DNS server', '10.9.1.2')
  secondary_dns!: string | null;

  @NullableNumber('Bandwidth that the configured receivers need, bytes per second', 1624950000)
  configured_receive_bytes_per_second!: number | null;

  @NullableNumber('Bandwidth that the configured senders need, bytes per second', 2499900000)
  configured_transmit_bytes_per_second!: number | null;

  @NullableNumber('Minimum playout delay of the receivers, seconds', 0.004)
  minimum_playout_delay_seconds!: number | null;

  @ApiProperty({ type: () => [LegDto], description: 'Primary and secondary' })
  legs!: LegDto[];

  @ApiProperty({ type: () => [VlanDto], description: 'Addresses in VLANs' })
  vlans!: VlanDto[];
}
