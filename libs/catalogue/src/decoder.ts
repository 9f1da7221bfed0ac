import type { Family, SampleSink, TargetSeries } from '@snp/exposition';
import {
  ChannelNames,
  statusName,
  type ActiveAlarm,
  type ConsoleStatus,
  type JsonObject,
  type Processor,
  type ProcessorConfig,
  type PtpConfig,
  type Status,
  type SystemConfig,
} from '@snp/protocol';
import { AlarmSamples, type ExporterClock } from './alarm-samples';
import { BootTime } from './boot-time';
import { ElementSink } from './element-sink';
import { ROWS } from './families';
import { SOURCES } from './places/sources';
import { compile, type Program } from './program';
import type { SessionView } from './session-view';
import { LabelCache } from './table/labels';
import { ObjectMemory } from './table/memory';
import type { CatalogueOptions } from './table/options';
import type { CurrentObject } from './table/place';

/** What the series of a device that are of no object are called in the store. */
export const SESSION_SOURCE = 'session';
export const ALARMS_SOURCE = 'alarms';
const POLL_SOURCE = 'poll';

const NOTHING: JsonObject = {};

/** A device has some hundred objects; one that names more and more of them may not fill the memory. */
const MOST_REMEMBERED_OBJECTS = 10_000;

/** The catalogue, ready to read the statuses of any number of devices. */
export class Decoder {
  /** The families that are switched on, in the order of their numbers in the store. */
  readonly families: readonly Family[];
  private readonly programs: ReadonlyMap<string, Program>;
  private readonly labels = new LabelCache();
  private readonly object: CurrentObject;

  constructor(options: CatalogueOptions) {
    const { families, programs } = compile(ROWS, options, this.labels);
    this.families = families;
    this.programs = programs;
    this.object = { body: {}, key: 0, memory: new ObjectMemory('', 0), options, names: this.labels.names };
  }

  /** What reads the statuses of one device; it remembers, so each device has its own. */
  device(): DeviceDecoder {
    return new DeviceDecoder((type) => this.programs.get(type), this.object, this.labels);
  }
}

/** Turns what one device says into its series. Statuses of unknown or unexported types make none. */
export class DeviceDecoder {
  /** What the rows of the device are called. Whoever changes it must have the {@link isRenamed} objects read again. */
  readonly names = new ChannelNames();
  private readonly memories = new Map<string, Map<string, ObjectMemory>>();
  private readonly bootTime = new BootTime();
  private readonly alarmSamples = new AlarmSamples();
  private remembered = 0;
  private readonly elementSinks = new Map<string, ElementSink>();
  private program: Program | undefined;
  private elementSink: ElementSink | undefined;
  private readonly fill = (sink: SampleSink): void =>
    this.program?.run(this.object, this.elementSink?.into(sink) ?? sink);

  /** Made by {@link Decoder.device}. */
  constructor(
    private readonly programOf: (type: string) => Program | undefined,
    private readonly object: CurrentObject,
    private readonly labels: LabelCache,
  ) {}

  /** Replaces the series of one object, called by its `statusName` in the store; returns how many it has now. */
  status(status: Status, target: TargetSeries): number {
    const { type, objectId, body, element } = status;
    if (type.startsWith('@')) return 0;
    if (element === undefined) return this.write(type, objectId, body, target);
    this.elementSink = this.elementSinkOf(element);
    try {
      return this.write(type, objectId, body, target, statusName(status), `${objectId}\0${element}`);
    } finally {
      this.elementSink = undefined;
    }
  }

  /** Replaces the series of the alarms by what is raised now. */
  alarms(active: readonly ActiveAlarm[], target: TargetSeries, clock: ExporterClock): void {
    const alarms = this.alarmSamples.update(active, clock);
    this.write(SOURCES.alarms, '', { count: active.length, alarms }, target, ALARMS_SOURCE);
  }

  /** Whether the rows of an object of the first element may be called something else since it was read. */
  isRenamed(type: string, objectId: string): boolean {
    return this.memories.get(type)?.get(objectId)?.isRenamed ?? false;
  }

  processor(processor: Processor, config: ProcessorConfig, target: TargetSeries): void {
    // Each names its processor too: a row is known by its own name alone.
    const sections = config.sections?.map((section) => ({ ...section, name: `${processor}/${section.idx}` }));
    this.write(SOURCES.processorConfig, processor, { ...config, sections }, target, `${POLL_SOURCE}/${processor}`);
  }

  ptp(config: PtpConfig, target: TargetSeries): void {
    this.write(SOURCES.ptpConfig, '', { ...config }, target, `${POLL_SOURCE}/ptp`);
  }

  system(config: SystemConfig, target: TargetSeries): void {
    this.write(SOURCES.systemConfig, '', { ...config }, target, `${POLL_SOURCE}/system`);
  }

  console(status: ConsoleStatus, target: TargetSeries, clock: Pick<ExporterClock, 'now' | 'monotonic'>): void {
    const { uptimeSeconds } = status;
    const bootedAtSeconds =
      uptimeSeconds === undefined ? undefined : this.bootTime.update(uptimeSeconds, clock.now(), clock.monotonic());
    this.write(SOURCES.console, '', { ...status, bootedAtSeconds }, target, `${POLL_SOURCE}/console`);
  }

  /** Replaces the series about the session itself, which stay when the device's are dropped. */
  session(view: SessionView, target: TargetSeries): void {
    const droppedSeries = view.droppedSeries + this.alarmSamples.dropped;
    this.write(SOURCES.session, '', { ...view, droppedSeries }, target, SESSION_SOURCE);
  }

  /** The session is lost, and with it what is only true of one session: which senders have had a destination. */
  lose(): void {
    this.forgetObjects();
    this.names.clear();
  }

  /**
   * @param source what the object is called in the store; otherwise by its type and id
   * @param memoryKey what it is remembered by
   */
  private write(
    type: string,
    objectId: string,
    body: JsonObject,
    target: TargetSeries,
    source?: string,
    memoryKey = objectId,
  ): number {
    const program = this.programOf(type);
    if (program === undefined) return 0;
    this.labels.prune();
    const { object } = this;
    object.body = body;
    object.key = this.labels.names.ordinal(objectId);
    object.memory = this.memoryOf(program, type, memoryKey, source);
    object.memory.enter(this.labels.names.epoch);
    this.program = program;
    const count = target.write(object.memory.source, this.fill);
    object.body = NOTHING;
    return count;
  }

  private elementSinkOf(element: string): ElementSink {
    const sink = this.elementSinks.get(element) ?? new ElementSink(element);
    this.elementSinks.set(element, sink);
    return sink;
  }

  private memoryOf(program: Program, type: string, key: string, source = `${type}/${key}`): ObjectMemory {
    const known = this.memories.get(type)?.get(key);
    if (known !== undefined) return known;
    if (this.remembered >= MOST_REMEMBERED_OBJECTS) this.forgetObjects();
    const isNamed = program.usesNames && this.elementSink === undefined;
    const memory = new ObjectMemory(this.labels.shared(source), program.factReaders, isNamed ? this.names : undefined);
    const ofType = this.memories.get(type) ?? new Map<string, ObjectMemory>();
    this.memories.set(type, ofType.set(key, memory));
    this.remembered++;
    return memory;
  }

  private forgetObjects(): void {
    this.memories.clear();
    this.elementSinks.clear();
    this.remembered = 0;
  }
}
