import { lines, rose, type RuleGroup } from '../rule';

/** A processor has 25 Gb/s, of which the device uses 95 %; in bytes per second, a little below. */
const near = (direction: 'receive' | 'transmit'): string =>
  `label_replace(ic_snp_processor_configured_${direction}_bytes_per_second > 0.9 * 25e9 / 8, "direction", "${direction}", "", "")`;

const FCS_EXCEEDED = 'ic_snp_fcs_errors_exceeded == 1';
const SENDER_OFF = 'ic_snp_sender_bandwidth_ok == 0';

/** The media network and what is sent into it. */
export const networkAlerts: RuleGroup = {
  name: 'snp-network',
  title: 'Network and senders',
  rules: [
    {
      alert: 'SnpUnwantedTraffic',
      expr: 'ic_snp_network_receive_over_bandwidth == 1',
      for: '2m',
      severity: 'warning',
      summary: 'unwanted traffic on the {{ $labels.leg }} leg',
      description:
        'The leg receives over 1.5 Gb/s more than its receivers need: check IGMP snooping and static groups of the switch port.',
    },
    {
      alert: 'SnpFrameCheckErrors',
      expr: FCS_EXCEEDED,
      for: '1m',
      severity: 'warning',
      summary: 'too many frame check errors on the {{ $labels.leg }} leg',
      description:
        'Packets arrive damaged, above the limit of the device: clean or replace fibre and modules of this leg.',
    },
    {
      alert: 'SnpFrameCheckErrorsRise',
      expr: lines(rose('ic_snp_network_receive_errors_total', '5m'), `unless ${FCS_EXCEEDED}`),
      for: '10m',
      severity: 'warning',
      summary: 'frame check errors on the {{ $labels.leg }} leg keep rising',
      description:
        'Packets arrive damaged, still below the limit of the device: clean or replace fibre and modules of this leg.',
    },
    {
      alert: 'SnpProcessorBandwidth',
      expr: lines(near('receive'), `or ${near('transmit')}`),
      for: '5m',
      severity: 'warning',
      summary: '{{ $labels.processor }} is configured to {{ $labels.direction }} {{ $value | humanize }}B/s',
      description:
        'This is above 90 % of its 25 Gb/s; it can use 95 % (2.97 GB/s), and switches senders off above: move streams to another processor.',
    },
    {
      alert: 'SnpRegistrationLost',
      expr: 'ic_snp_registration_server_connected == 0',
      for: '2m',
      severity: 'warning',
      summary: 'not connected to an NMOS registration server',
      description: 'The device cannot be routed by NMOS: check the registration server and the control network.',
    },
    {
      alert: 'SnpIgmpJoin',
      // The device keeps the longest time, and its complaint, until somebody resets the measurements.
      expr: lines('ic_snp_igmp_join_ok == 0', 'and max_over_time(ic_snp_igmp_join_ok[6h]) == 1'),
      for: '5m',
      severity: 'warning',
      summary: 'IGMP joins on the {{ $labels.leg }} leg take too long',
      description:
        'Since at most 6 hours; switching receivers may disturb the picture: raise the IGMP join time of the device, then reset its measurements.',
    },
    {
      alert: 'SnpTransmitOverBandwidth',
      // The senders, if they are known, have alerts of their own.
      expr: lines('ic_snp_processor_transmit_over_bandwidth == 1', `unless on (target, element) ${SENDER_OFF}`),
      for: '1m',
      severity: 'critical',
      summary: '{{ $labels.processor }} switches senders off: not enough bandwidth',
      description: 'More is to be sent than 95 % of 25 Gb/s: disable senders of this processor or lower their formats.',
    },
    {
      alert: 'SnpSenderOff',
      expr: SENDER_OFF,
      for: '1m',
      severity: 'critical',
      summary:
        '{{ $labels.essence | reReplaceAll "_" " " }} sender {{ $labels.index }} is switched off: not enough bandwidth',
      description: 'The device has switched off a sender with a destination: disable other senders of its processor.',
    },
    {
      alert: 'SnpSenderUnresolved',
      expr: lines(
        'count without (essence, index) (',
        '  ic_snp_sender_destination_resolved == 0',
        '  and max_over_time(ic_snp_sender_destination_resolved[1h]) == 1',
        ')',
      ),
      for: '2m',
      severity: 'warning',
      summary: 'senders that lost their next hop on the {{ $labels.leg }} leg: {{ $value }}',
      description:
        'Within the last hour they had one: check link and gateway of the leg, unless somebody switched the senders off.',
    },
  ],
};
