import { connectedFor, lines, rose, type AlertRule, type RuleGroup } from '../rule';

/** Above this many receivers of a device, one alert stands for all of them. */
const MOST_SINGLE_ALERTS = 5;

const INFO = 'ic_snp_receiver_info{target=%q,element=%q,essence=%q,index=%q,channel!=""}';
/** Channel and program name. Not in labels of the alert: it would be another one when they change. */
const NAME = [
  `{{ with printf \`${INFO}\` $labels.target $labels.element $labels.essence $labels.index | query }}`,
  ' ({{ . | first | label "channel" }}{{ with . | first | label "program_name" }}, {{ . }}{{ end }}){{ end }}',
].join('');
const RECEIVER = `{{ $labels.essence }} receiver {{ $labels.index }}${NAME}`;
const ROW = 'on (target, element, essence, index)';

type ReceiverRule = Omit<AlertRule, 'summary'> & {
  /** Name of the alert that stands for many. */
  readonly many: string;
  /** What is wrong, after the receiver. */
  readonly is: string;
  /** The same of many receivers. */
  readonly are: string;
};

/** An alert for each receiver, and one for the device when many receivers have the same trouble: a leg or a switch. */
function receiverRules({ many, is, are, expr, ...rule }: ReceiverRule): AlertRule[] {
  const exceeds = lines('count without (essence, index) (', indented(expr), `) > ${MOST_SINGLE_ALERTS}`);
  return [
    { ...rule, expr: lines(expr, `unless ignoring (essence, index) ${exceeds}`), summary: `${RECEIVER} ${is}` },
    { ...rule, alert: many, expr: exceeds, summary: `{{ $value }} receivers ${are}` },
  ];
}

const indented = (text: string): string => text.replace(/^/gm, '  ');

/** The receivers. */
export const receiverAlerts: RuleGroup = {
  name: 'snp-receivers',
  title: 'Receivers',
  rules: [
    ...receiverRules({
      alert: 'SnpReceiverNoSignal',
      many: 'SnpManyReceiversNoSignal',
      expr: 'ic_snp_receiver_signal_present == 0',
      for: '1m',
      severity: 'warning',
      is: 'has no signal',
      are: 'have no signal',
      description: 'A configured video receiver gets no picture: check the sender, the multicast route and the leg.',
    }),
    ...receiverRules({
      alert: 'SnpReceiverStopped',
      many: 'SnpManyReceiversStopped',
      expr: lines(
        'increase(ic_snp_receiver_packets_total[3m]) == 0',
        `and ${ROW} (ic_snp_receiver_info{primary_source!=""} or ic_snp_receiver_info{secondary_source!=""})`,
        'unless ic_snp_receiver_signal_present == 0',
      ),
      for: '1m',
      severity: 'warning',
      is: 'gets no packets',
      are: 'get no packets',
      description: 'A configured receiver gets no packets any more: check the sender and the multicast route.',
    }),
    ...receiverRules({
      alert: 'SnpReceiverUnprotected',
      many: 'SnpManyReceiversUnprotected',
      expr: lines(
        'ic_snp_receiver_protection_state{state=~"primary_only|secondary_only|not_present"} == 1',
        `and ${ROW} ic_snp_receiver_info{primary_source!="",secondary_source!=""}`,
        'unless ignoring (state) ic_snp_receiver_signal_present == 0',
        'unless ignoring (state) increase(ic_snp_receiver_packets_total[2m]) == 0',
      ),
      for: '2m',
      severity: 'warning',
      is: 'is not protected: {{ $labels.state | reReplaceAll "_" " " }}',
      are: 'are not protected: {{ $labels.state | reReplaceAll "_" " " }}',
      description:
        'Two sources are configured, but the device receives one leg at most (ST 2022-7): check the network of the other leg.',
    }),
    ...receiverRules({
      alert: 'SnpReceiverLosesPackets',
      many: 'SnpManyReceiversLosePackets',
      // A receiver that switches misses packets; it is left out for longer than they are seen.
      expr: lines(
        rose('ic_snp_receiver_missing_packets_total', '5m'),
        'unless increase(ic_snp_receiver_switches_total[7m]) > 0',
        connectedFor(7),
      ),
      for: '1m',
      severity: 'warning',
      is: 'lost {{ printf "%.0f" $value }} packets in 5 minutes',
      are: 'have lost packets in 5 minutes',
      description:
        'Packets are missing on both legs, without a switch of the receiver: check errors and load of the network, and the sender.',
    }),
  ],
};
