import { Injectable, computed, effect, inject, signal, type Signal, type WritableSignal } from '@angular/core';
import { getFleet } from '@snp/api-client';
import { Api } from '../api/client';
import { loadable } from '../api/loadable';
import type { DeviceSummary, Fleet, FleetDevice, HealthCounts, HealthLevel } from '../api/models';
import { Clock } from '../clock';
import { parseTime } from '../format/time';
import { EventStream } from '../stream/event-stream';
import { displayedHealth, STALE_MS, type Ages, type DisplayedHealth } from './freshness';
import { addOffset, startOffsets, type Offsets } from './offsets';
import { soon } from '../stream/soon';
import type { StreamEvent } from '../stream/stream-events';

/** A device as all views see it. Separate signals, so that a change updates only what shows it. */
export interface LiveDevice {
  readonly id: number;
  readonly summary: Signal<DeviceSummary>;
  readonly offsets: Signal<Offsets>;
  readonly health: Signal<DisplayedHealth>;
}

interface Entry extends LiveDevice {
  readonly summary: WritableSignal<DeviceSummary>;
  readonly offsets: WritableSignal<Offsets>;
  /** When its last message and status were heard of, in the page's time, ms: dates move when a clock is set, this does not. */
  readonly heardAt: WritableSignal<Ages>;
}

/** A bulk change sends hundreds of events; the fleet is read once for all of them. */
const RELOAD_PAUSE_MS = 500;

/** Every device: read once, then kept current by the event stream. */
@Injectable({ providedIn: 'root' })
export class FleetStore {
  private readonly api = inject(Api);
  private readonly clock = inject(Clock);
  private readonly stream = inject(EventStream);
  private readonly entries = loadable(async () => this.entriesOf(await this.api.invoke(getFleet)));
  private missed: StreamEvent[] = [];
  private readonly reloadSoon = soon(() => void this.load());

  /** Every device, by name. Changes only when a connection is added, changed or removed. */
  readonly devices: Signal<readonly LiveDevice[]> = computed(() => [...(this.entries.value()?.values() ?? [])]);
  /** Whether the fleet has been read at least once. */
  readonly isLoaded = computed(() => this.entries.value() !== null);
  /** Why the fleet could not be read; null when it could. */
  readonly problem = this.entries.problem;
  /** How long the stream has been lost, ms; null while the stream is there. */
  readonly lostFor = computed(() => {
    const since = this.stream.lostSince();
    this.clock.elapsed();
    return since === null ? null : performance.now() - since;
  });
  /** Whether the stream has been lost for so long that every value is stale. */
  readonly isLost = computed(() => (this.lostFor() ?? 0) >= STALE_MS);
  /** The number of devices at each level. */
  readonly counts: Signal<HealthCounts> = computed(() => countLevels(this.devices()));

  constructor() {
    this.stream.events$.subscribe((events) => this.apply(events));
    // The fleet is read whenever the stream starts, since missed summaries are not sent again; and with it the time.
    effect(() => {
      this.stream.starts();
      this.clock.jumps();
      if (this.stream.state() === 'live') void this.load();
    });
    void this.load();
  }

  device(id: number): LiveDevice | undefined {
    return this.entries.value()?.get(id);
  }

  /** Reads the fleet, then applies the events that arrived meanwhile. */
  async load(): Promise<void> {
    if (this.entries.isLoading) return;
    this.missed = [];
    await this.entries.load();
    this.apply(this.missed.splice(0));
  }

  private apply(events: readonly StreamEvent[]): void {
    if (this.entries.isLoading) this.missed.push(...events);
    for (const event of events) {
      if (event.type === 'summary') this.update(event.device);
      else if (event.type === 'connection' || event.type === 'reset') this.reloadSoon(RELOAD_PAUSE_MS);
    }
  }

  private update(device: DeviceSummary): void {
    const entry = this.entries.value()?.get(device.id);
    if (!entry) return;
    const before = entry.summary();
    const now = performance.now();
    entry.heardAt.update(({ message, status }) => ({
      message: heardNow(device.last_message_at, before.last_message_at, message, now),
      status: heardNow(device.last_status_at, before.last_status_at, status, now),
    }));
    entry.summary.set(device);
    const { ptp_offset_seconds: offset } = device.figures;
    entry.offsets.update((offsets) => addOffset(offsets, offset, this.clock.elapsed()));
  }

  private entriesOf(fleet: Fleet): ReadonlyMap<number, Entry> {
    const now = parseTime(fleet.generated_at);
    if (now !== null) this.clock.setBy(now);
    const known = this.entries.value();
    return new Map(fleet.devices.map((device) => [device.id, this.renew(known?.get(device.id), device)]));
  }

  private renew(known: Entry | undefined, { sparkline, ...summary }: FleetDevice): Entry {
    const offsets = startOffsets(sparkline.ptp_offset_seconds, sparkline.step_seconds, this.clock.elapsed());
    const heardAt = this.heardAt(summary);
    if (!known) return this.create(summary, offsets, heardAt);
    known.summary.set(summary);
    known.offsets.set(offsets);
    known.heardAt.set(heardAt);
    return known;
  }

  private create(device: DeviceSummary, line: Offsets, heard: Ages): Entry {
    const [summary, heardAt] = [signal(device), signal(heard)];
    const ages = computed(() => agesOf(heardAt(), this.clock.elapsed()));
    const health = computed(() => displayedHealth(summary(), ages(), this.lostFor()), { equal: isSameHealth });
    return { id: device.id, summary, offsets: signal(line), heardAt, health };
  }

  /** Of a device as it was read just now, together with the server's time. */
  private heardAt({ last_message_at, last_status_at }: DeviceSummary): Ages {
    return { message: this.elapsedAt(last_message_at), status: this.elapsedAt(last_status_at) };
  }

  private elapsedAt(date: string | null): number | null {
    const at = parseTime(date);
    return at === null ? null : this.clock.elapsed() - Math.max(0, this.clock.now() - at);
  }
}

function isSameHealth(a: DisplayedHealth, b: DisplayedHealth): boolean {
  return a.level === b.level && a.reason === b.reason && a.since === b.since && a.isStale === b.isStale;
}

/** When something was heard of whose date is `at` now, and was `before`. */
function heardNow(at: string | null, before: string | null, heardAt: number | null, now: number): number | null {
  if (at === before) return heardAt;
  return at === null ? null : now;
}

function agesOf({ message, status }: Ages, elapsed: number): Ages {
  return { message: ageOf(message, elapsed), status: ageOf(status, elapsed) };
}

function ageOf(heardAt: number | null, elapsed: number): number | null {
  return heardAt === null ? null : Math.max(0, elapsed - heardAt);
}

function countLevels(devices: readonly LiveDevice[]): HealthCounts {
  const counts: Record<HealthLevel, number> = { healthy: 0, degraded: 0, failed: 0, no_data: 0, off: 0 };
  for (const { health } of devices) counts[health().level]++;
  return counts;
}
