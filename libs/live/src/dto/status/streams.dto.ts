import {
  PROTECTION_STATES,
  RECEIVER_ESSENCES,
  SENDER_ESSENCES,
  type ProtectionState,
  type ReceiverEssence,
  type SenderEssence,
} from '@snp/protocol';
import { Count, NullableCount, NullableFlag, NullableNumber, NullableText, NullableWord, Word } from '../fields';

/** A receiver with a source. */
export class ReceiverDto {
  @Word('Essence', RECEIVER_ESSENCES)
  essence!: ReceiverEssence;

  @Count('Number of the receiver', 4)
  index!: number;

  @NullableText('HD mode: the channel that it belongs to', 'A-HD-6')
  channel!: string | null;

  @NullableText('Program name of the channel', 'CAM 3')
  program_name!: string | null;

  @NullableText('Source of the primary leg, address:port; null if there is none', '239.175.100.20:20000')
  primary_source!: string | null;

  @NullableText('Source of the secondary leg, address:port; null if there is none', '239.176.100.20:20000')
  secondary_source!: string | null;

  @NullableText('Video standard', '1080i/50')
  standard!: string | null;

  @NullableText('Colorimetry', 'Rec 709')
  colorimetry!: string | null;

  @NullableText('Transfer characteristics', 'SDR-TV')
  transfer!: string | null;

  @NullableCount('Audio channels', 8)
  channels!: number | null;

  @NullableNumber('Audio packet time, seconds', 0.001)
  packet_time_seconds!: number | null;

  @NullableFlag('Video: whether a signal is present')
  signal_present!: boolean | null;

  @NullableFlag('Video: whether the signal is synchronous with the clock of the device')
  clock_synchronous!: boolean | null;

  @NullableFlag('Video: whether it is ready for a make-before-break switch')
  make_before_break_ready!: boolean | null;

  @NullableWord('ST 2022-7 protection: both legs, both legs looped back, one leg only, or none', PROTECTION_STATES)
  protection!: ProtectionState | null;

  @NullableNumber('Packets read', 1675704744)
  packets!: number | null;

  @NullableNumber('Packets missing on both legs', 1)
  missing_packets!: number | null;

  @NullableNumber('Missing packets per second; null until two statuses were received', 0)
  missing_packets_per_second!: number | null;

  @NullableNumber('Packets out of range', 0)
  out_of_range_packets!: number | null;

  @NullableNumber('Number of switches', 2)
  switches!: number | null;

  @NullableText('Error of the last switch; empty if it succeeded', '')
  switch_error!: string | null;

  @NullableNumber('Network jitter, seconds', 0)
  network_jitter_seconds!: number | null;

  @NullableNumber('Path delay difference between the two legs, seconds', 0)
  path_difference_seconds!: number | null;
}

/** A sender that is in use. */
export class SenderDto {
  @Word('Essence', SENDER_ESSENCES)
  essence!: SenderEssence;

  @Count('Number of the sender', 1)
  index!: number;

  @NullableText('HD mode: the channel that it belongs to; null for proxies', 'A-HD-6')
  channel!: string | null;

  @NullableText('Program name of the channel; of a Dual Gateway that of the direction SDI to IP', 'CAM 3')
  program_name!: string | null;

  @NullableFlag('Whether the primary leg has a next hop')
  primary_resolved!: boolean | null;

  @NullableFlag('Whether the secondary leg has a next hop')
  secondary_resolved!: boolean | null;

  @NullableText('MAC address of the next hop of the primary leg', '01:00:5e:2f:64:0b')
  primary_mac!: string | null;

  @NullableText('MAC address of the next hop of the secondary leg', '01:00:5e:30:64:0b')
  secondary_mac!: string | null;

  @NullableFlag('Video: whether there is enough bandwidth; false: the device has switched the sender off')
  bandwidth_ok!: boolean | null;
}
