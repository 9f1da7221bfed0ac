import {
  parseChannelConfig,
  parseConsoleStatus,
  parseMessage,
  parseProcessorConfig,
  parsePtpConfig,
  parseStatus,
  parseSystemConfig,
  type Processor,
} from '@snp/protocol';
import { PretendDevice } from '../pretend-device';
import { stillAt } from '../still-clock';
import { compare, type Differences } from './compare';
import { SecondReader, type Answers, type ReaderOptions } from './second-reader';

/** When the polls of the tests are answered. */
const NOW = Date.UTC(2026, 1, 3, 20, 0, 0);

/** One device that the product and the second reader both listen to. */
export class BothReaders {
  private readonly product: PretendDevice;
  private readonly second: SecondReader;

  constructor(options: ReaderOptions = {}) {
    this.product = new PretendDevice('all', {
      receivers: options.allReceivers ? 'all' : 'configured',
      senders: options.allSenders ? 'all' : 'resolved',
      legacyTimeLabels: options.legacyTimeLabels ?? false,
    });
    this.second = new SecondReader(options);
  }

  says(...statuses: readonly object[]): this {
    this.product.says(...statuses);
    this.second.reads(...statuses);
    return this;
  }

  /** Statuses of an element that is not that of the first entry of the subscription. */
  saysOf(element: string, ...statuses: readonly object[]): this {
    for (const body of statuses) {
      const status = parseStatus(JSON.stringify(body));
      if (status !== undefined) this.product.device.status({ ...status, element }, this.product.target);
    }
    this.second.readsOf(element, ...statuses);
    return this;
  }

  /** What the device answers to the polls, `later` seconds after the first. */
  answers(answers: Answers, later = 0): this {
    const { device, target } = this.product;
    const { processors = {}, channels = {}, system, ptp, console } = answers;
    for (const [channel, config] of Object.entries(channels)) {
      device.names.setChannel(channel, parseChannelConfig(enveloped(config)));
    }
    for (const [processor, config] of Object.entries(processors)) {
      device.names.setProcessor(processor as Processor, parseProcessorConfig(enveloped(config)));
      device.processor(processor as Processor, parseProcessorConfig(enveloped(config)), target);
    }
    if (ptp !== undefined) device.ptp(parsePtpConfig(enveloped(ptp)) ?? {}, target);
    if (system !== undefined) device.system(parseSystemConfig(enveloped(system)), target);
    if (console !== undefined) device.console(parseConsoleStatus(console), target, stillAt(NOW + later * 1000));
    this.second.polls(answers, NOW / 1000 + later);
    return this;
  }

  /** All alarms that are raised `later` seconds after the first poll. */
  raises(activeAlarms: readonly object[], later = 0): this {
    const message = parseMessage(JSON.stringify({ msgType: 'activeAlarmStatus', activeAlarms }));
    const { device, target } = this.product;
    if (message?.kind === 'alarms') device.alarms(message.alarms, target, stillAt(NOW + later * 1000));
    this.second.alarms(activeAlarms, NOW / 1000 + later);
    return this;
  }

  /** The session is lost. */
  loses(): this {
    this.product.device.lose();
    this.product.target.dropExcept(() => false);
    this.second.loses();
    return this;
  }

  get expectedCount(): number {
    return this.second.series.size;
  }

  get differences(): Differences {
    return compare(this.second.series, this.product.target.list(''));
  }
}

/** A configuration as the device sends it: a JSON text in an envelope. */
function enveloped(config: object): object {
  return { type: 'config', config: JSON.stringify(config) };
}
