import { faultOf, type AlertCases } from './case';

const flag = (name: string, labels: Readonly<Record<string, string>>, summary: string) =>
  faultOf(name, labels, { good: '0', bad: '1', summary });
const isOk = (name: string, labels: Readonly<Record<string, string>>, summary: string) =>
  faultOf(name, labels, { good: '1', bad: '0', summary });

const ERRORS = 'ic_snp_network_receive_errors_total{leg="primary"}';
const EXCEEDED = 'ic_snp_fcs_errors_exceeded{leg="primary"}';
const bandwidth = (direction: string) =>
  `ic_snp_processor_configured_${direction}_bytes_per_second{processor="processorB"}`;
const resolved = (index: number, leg: string) =>
  `ic_snp_sender_destination_resolved{essence="video",index="${index}",leg="${leg}"}`;

const OVER_BANDWIDTH = 'ic_snp_processor_transmit_over_bandwidth';
const overBandwidth = flag(
  OVER_BANDWIDTH,
  { processor: 'processorC' },
  'processorC switches senders off: not enough bandwidth',
);
const senderOff = isOk(
  'ic_snp_sender_bandwidth_ok',
  { essence: 'video_proxy', index: '3' },
  'video proxy sender 3 is switched off: not enough bandwidth',
);

/** The media network and the senders. */
export const networkCases: AlertCases = {
  SnpUnwantedTraffic: flag(
    'ic_snp_network_receive_over_bandwidth',
    { leg: 'primary' },
    'unwanted traffic on the primary leg',
  ),
  SnpFrameCheckErrors: flag(
    'ic_snp_fcs_errors_exceeded',
    { leg: 'secondary' },
    'too many frame check errors on the secondary leg',
  ),
  SnpFrameCheckErrorsRise: {
    minutes: 30,
    fires: {
      'an error every minute': {
        series: { [ERRORS]: '5 for 10m, +0.02/s', [EXCEEDED]: '0' },
        labels: { leg: 'primary' },
        summary: 'frame check errors on the primary leg keep rising',
      },
    },
    silent: {
      'one error': { [ERRORS]: '5 for 27m, 6' },
      'none lately': { [ERRORS]: '0 +1/s for 20m, 1200' },
      reconnected: { [ERRORS]: '5 for 24m, none for 1m, 9000' },
      'exceeded since': { [ERRORS]: '5 for 10m, +0.02/s', [EXCEEDED]: '0 for 13m, 1' },
      'new to Prometheus': { [ERRORS]: 'none for 20m, 77777' },
    },
  },
  SnpProcessorBandwidth: {
    minutes: 12,
    fires: {
      'receives 23 Gb/s': {
        series: { [bandwidth('receive')]: '1e9 for 3m, 2.875e9' },
        labels: { processor: 'processorB', direction: 'receive' },
        summary: 'processorB is configured to receive 2.875GB/s',
      },
      'sends 24 Gb/s': {
        series: { [bandwidth('receive')]: '1e9', [bandwidth('transmit')]: '3e9' },
        labels: { processor: 'processorB', direction: 'transmit' },
        summary: 'processorB is configured to transmit 3GB/s',
      },
    },
    silent: { '22 Gb/s each': { [bandwidth('receive')]: '2.75e9', [bandwidth('transmit')]: '2.75e9' } },
  },
  SnpRegistrationLost: isOk('ic_snp_registration_server_connected', {}, 'not connected to an NMOS registration server'),
  SnpIgmpJoin: {
    minutes: 12,
    fires: {
      'too long since five minutes': {
        series: { 'ic_snp_igmp_join_ok{leg="primary"}': '1 for 5m, 0' },
        labels: { leg: 'primary' },
        summary: 'IGMP joins on the primary leg take too long',
      },
    },
    silent: {
      'measured long ago': { 'ic_snp_igmp_join_ok{leg="primary"}': '0' },
      'measurements reset': { 'ic_snp_igmp_join_ok{leg="primary"}': '1 for 2m, 0 for 8m, 1' },
      disconnected: { 'ic_snp_igmp_join_ok{leg="primary"}': '1 for 2m, 0 for 9m, none' },
    },
  },
  SnpTransmitOverBandwidth: overBandwidth,
  SnpSenderOff: {
    ...senderOff,
    fires: {
      ...senderOff.fires,
      'its processor complains too, no other alert': {
        series: {
          'ic_snp_sender_bandwidth_ok{essence="video",index="7"}': '1 for 3m, 0',
          [`${OVER_BANDWIDTH}{processor="processorA"}`]: '0 for 3m, 1',
        },
        labels: { essence: 'video', index: '7' },
        summary: 'video sender 7 is switched off: not enough bandwidth',
      },
    },
  },
  SnpSenderUnresolved: {
    minutes: 15,
    fires: {
      'two lost the primary leg': {
        series: {
          [resolved(1, 'primary')]: '1 for 5m, 0',
          [resolved(2, 'primary')]: '1 for 6m, 0',
          [resolved(1, 'secondary')]: '1',
          [resolved(2, 'secondary')]: '1',
        },
        labels: { leg: 'primary' },
        summary: 'senders that lost their next hop on the primary leg: 2',
      },
    },
    silent: {
      resolved: { [resolved(1, 'primary')]: '0 for 5m, 1', [resolved(1, 'secondary')]: '1' },
      'on one leg since ever': { [resolved(1, 'primary')]: '1', [resolved(1, 'secondary')]: '0' },
      'lost now': { [resolved(1, 'primary')]: '1 for 15m, 0' },
      'resolved anew': { [resolved(1, 'primary')]: '1 for 10m, 0 for 1m, 1' },
    },
  },
};
