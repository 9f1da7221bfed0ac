import { readAlarms } from './groups/alarms';
import { readChannel } from './groups/channel/channels';
import { readConsole, readSystemConfig } from './groups/console';
import { Expectation, type Labels } from './reading/expectation';
import { readGenlock, readVideoIn } from './groups/inputs';
import {
  readLegacyChannel,
  readLegacyConsole,
  readLegacyProcessorConfig,
  readLegacyPtp,
  readLegacySystem,
  readLegacySystemConfig,
  readLegacyVideoRx,
} from './groups/legacy';
import { Names } from './reading/names';
import { readIpRxSetup, readIpWan } from './groups/network';
import { readMasterControl, readProcAudio, readProcessor, readProcessorConfig, readProcMv } from './groups/processors';
import { readPtp, readPtpConfig } from './groups/ptp';
import { readReceivers } from './groups/receivers';
import { Seen } from './reading/seen';
import { readSenders } from './groups/senders';
import { readSystem } from './groups/system';
import { object, type Maybe, type Raw } from './reading/values';

export interface ReaderOptions {
  readonly allReceivers?: boolean;
  readonly allSenders?: boolean;
  readonly legacyTimeLabels?: boolean;
}

/** What the REST polls of a device answered. */
export interface Answers {
  /** `config/processorA` …, without their envelopes. */
  readonly processors?: Readonly<Record<string, Raw>>;
  /** `config/A-HD-1` …, without their envelopes. */
  readonly channels?: Readonly<Record<string, Raw>>;
  /** `config/system`, without its envelope. */
  readonly system?: Raw;
  /** `config/ptp`, without its envelope. */
  readonly ptp?: Raw;
  /** `console/status` */
  readonly console?: Raw;
}

/**
 * Reads what one device says a second time, straight from the metric catalogue's page and with no code of the product,
 * and says which series it must have: a fault of the product is found where the two differ.
 */
export class SecondReader {
  private readonly objects = new Map<string, Expectation>();
  private readonly seen = new Map<string, Seen>();
  private bootedAtSeconds: Maybe;
  private names = new Names();
  private readonly alarmsFirstSeen = new Map<string, number>();

  constructor(private readonly options: ReaderOptions = {}) {}

  /** Statuses as they come over the wire, in the order of their coming. */
  reads(...statuses: readonly object[]): this {
    for (const each of statuses) this.readStatus(object(each));
    return this;
  }

  /** Statuses of an element that is not that of the first entry of the subscription: a further label says so. */
  readsOf(element: string, ...statuses: readonly object[]): this {
    for (const each of statuses) this.readStatus(object(each), element);
    return this;
  }

  /** All alarms that are raised now, as in `activeAlarmStatus`. */
  alarms(active: readonly object[], nowSeconds: number): this {
    readAlarms(active, nowSeconds, this.alarmsFirstSeen, this.renew('alarms'));
    return this;
  }

  /** The session is lost, and the device's series with it. */
  loses(): this {
    this.objects.clear();
    this.seen.clear();
    this.names = new Names();
    return this;
  }

  /**
   * Names are of the statuses that are read afterwards.
   * @param nowSeconds since the epoch
   */
  polls({ processors = {}, channels = {}, system, ptp, console }: Answers, nowSeconds: number): this {
    for (const [channel, config] of Object.entries(channels)) this.names.setChannel(channel, config);
    for (const [processor, config] of Object.entries(processors)) {
      this.names.setProcessor(processor, config);
      const out = this.renew(`config/${processor}`);
      readProcessorConfig(processor, config, out);
      readLegacyProcessorConfig(processor, config, out);
    }
    if (system !== undefined) {
      const out = this.renew('config/system');
      readSystemConfig(system, out);
      readLegacySystemConfig(system, out);
    }
    if (ptp !== undefined) readPtpConfig(ptp, this.renew('config/ptp'));
    if (console !== undefined) {
      const out = this.renew('console/status');
      this.bootedAtSeconds = readConsole(console, nowSeconds, this.bootedAtSeconds, out);
      readLegacyConsole(console, this.options.legacyTimeLabels ?? false, out);
    }
    return this;
  }

  /** All series that the device must have now. */
  get series(): ReadonlyMap<string, number> {
    return new Map([...this.objects.values()].flatMap(({ series }) => [...series]));
  }

  /** The old series of an object are gone; its new ones come in here. */
  private renew(name: string, common: Labels = {}): Expectation {
    const out = new Expectation(common);
    this.objects.set(name, out);
    return out;
  }

  private seenOf(name: string): Seen {
    const seen = this.seen.get(name) ?? new Seen();
    this.seen.set(name, seen);
    return seen;
  }

  private readStatus(status: Raw, element?: string): void {
    const type = String(status['type']);
    const name = `${type}/${String(status['object_ID'])}/${element ?? ''}`;
    const out = this.renew(name, element === undefined ? {} : { element });
    // The configurations are those of the first element.
    const names = element === undefined ? this.names : new Names();
    readType(type, status, { seen: this.seenOf(name), names, options: this.options }, out);
  }
}

/** What is known besides the status itself. */
interface Known {
  readonly seen: Seen;
  readonly names: Names;
  readonly options: ReaderOptions;
}

function readType(type: string, status: Raw, { seen, names, options }: Known, out: Expectation): void {
  switch (type) {
    case 'system':
      readSystem(status, seen, out);
      readLegacySystem(status, out);
      break;
    case 'ptp':
      readPtp(status, out);
      readLegacyPtp(status, options.legacyTimeLabels ?? false, out);
      break;
    case 'ipWan':
      readIpWan(status, out);
      break;
    case 'ipRxSetup':
      readIpRxSetup(status, out);
      break;
    case 'ipVidRx':
      readLegacyVideoRx(status, out);
      readReceivers(status, type, options.allReceivers ?? false, names, out);
      break;
    case 'ipAudRx':
    case 'ipAncRx':
      readReceivers(status, type, options.allReceivers ?? false, names, out);
      break;
    case 'ipVidTx':
    case 'ipAudTx':
    case 'ipAncTx':
      readSenders(status, type, options.allSenders ?? false, seen, out);
      break;
    case 'procChannelHD':
      readChannel(status, type, seen, out);
      readLegacyChannel(status, out);
      break;
    case 'procChannelUHD':
      readChannel(status, type, seen, out);
      break;
    case 'videoIn':
      readVideoIn(status, seen, out);
      break;
    case 'videoGenLock':
      readGenlock(status, out);
      break;
    case 'processor':
      readProcessor(status, out);
      break;
    case 'procAudio':
      readProcAudio(status, out);
      break;
    case 'procMV':
      readProcMv(status, out);
      break;
    case 'MasterControl':
      readMasterControl(status, out);
      break;
  }
}
