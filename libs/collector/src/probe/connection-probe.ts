import { Inject, Injectable } from '@nestjs/common';
import { isKnownObjectType, parseStatus } from '@snp/protocol';
import { elementOf } from '../device/addresses';
import { COLLECTOR_OPTIONS, type CollectorOptions } from '../common/collector-options';
import { DeviceFailure, networkFailure } from '../device/failures';
import { SESSION_DEPENDENCIES, type SessionDependencies } from '../session/session-dependencies';
import { DeviceVisit } from './device-visit';
import type { DiscoveredObject, ProbeStep, ProbeTarget } from './probe-step';
import { stages, type Stage } from './stages';

/** No test and no discovery takes longer. */
const MOST_MS = 30_000;
/** Devices take seconds to list everything. */
const LISTING_MS = 20_000;

/** Somebody is already having this device list its objects. */
export class DiscoveryUnderWay extends Error {
  constructor() {
    super('This device is listing its objects already: try again in a moment');
  }
}

/** Goes to a device once, step by step, for a person who wants to know whether it works, or what it has. */
@Injectable()
export class ConnectionProbe {
  private readonly listing = new Set<string>();

  constructor(
    @Inject(SESSION_DEPENDENCIES) private readonly dependencies: Pick<SessionDependencies, 'clock' | 'timing'>,
    @Inject(COLLECTOR_OPTIONS) private readonly options: Pick<CollectorOptions, 'allowInsecureDevices'>,
  ) {}

  /**
   * Tries a connection from name resolution to the first status message, for at most 30 s, and leaves nothing behind.
   * @param signal nobody is interested any more
   * @returns each step when it has ended; the last one is the first that failed, or `status`
   */
  async *test(target: ProbeTarget, signal: AbortSignal): AsyncGenerator<ProbeStep> {
    const visit = new DeviceVisit(target, this.dependencies.timing.closingMs);
    const endsAt = this.dependencies.clock.monotonic() + MOST_MS;
    try {
      for (const stage of this.stages(target, visit)) {
        const step = await this.take(stage, endsAt, signal);
        if (signal.aborted) return;
        yield step;
        if (!step.ok) return;
      }
    } finally {
      await visit.leave();
    }
  }

  /**
   * Asks a device for all its objects. It costs the device a lot: one at a time, and only when a person wants it.
   * @throws DiscoveryUnderWay, DeviceFailure
   */
  async discover(target: ProbeTarget, signal: AbortSignal): Promise<DiscoveredObject[]> {
    const device = target.websocket.toLowerCase();
    if (this.listing.has(device)) throw new DiscoveryUnderWay();
    this.listing.add(device);
    const visit = new DeviceVisit(target, this.dependencies.timing.closingMs);
    try {
      return await this.list(target, visit, signal);
    } finally {
      this.listing.delete(device);
      await visit.leave();
    }
  }

  private async list(target: ProbeTarget, visit: DeviceVisit, signal: AbortSignal): Promise<DiscoveredObject[]> {
    const endsAt = this.dependencies.clock.monotonic() + MOST_MS;
    for (const stage of this.stages(target, visit).slice(0, -2)) {
      const step = await this.take(stage, endsAt, signal);
      if (!step.ok) throw late(step.error ?? 'cancelled');
    }
    await visit.greet(this.dependencies.timing.greetingMs);
    const elementIp = elementOf(target.objects);
    const ms = Math.min(LISTING_MS, endsAt - this.dependencies.clock.monotonic());
    const reason = `device has not listed its objects within ${seconds(ms)} s`;
    return describe(await this.within(ms, reason, signal, () => visit.list(elementIp)), elementIp);
  }

  private stages(target: ProbeTarget, visit: DeviceVisit): Stage[] {
    return stages(target, visit, this.dependencies.timing, this.options.allowInsecureDevices);
  }

  private async take(stage: Stage, endsAt: number, signal: AbortSignal): Promise<ProbeStep> {
    const { clock } = this.dependencies;
    const { step, address, act } = stage;
    const begun = clock.monotonic();
    const ms = Math.max(0, Math.min(stage.ms, endsAt - begun));
    try {
      const found = await this.within(ms, stage.late(seconds(ms)), signal, act);
      return { step, ok: true, durationMs: clock.monotonic() - begun, ...found };
    } catch (error) {
      const { reason } = networkFailure(error, address);
      return { step, ok: false, durationMs: clock.monotonic() - begun, detail: '', error: reason };
    }
  }

  /** The result, or a failure after `ms` or when nobody is interested any more. */
  private async within<T>(ms: number, reason: string, signal: AbortSignal, act: () => Promise<T> | T): Promise<T> {
    let giveUp: (error: Error) => void = () => undefined;
    const end = new Promise<never>((_resolve, reject) => (giveUp = reject));
    const cancelled = (): void => giveUp(late('cancelled'));
    const cancel = this.dependencies.clock.after(ms, () => giveUp(late(reason)));
    signal.addEventListener('abort', cancelled, { once: true });
    if (signal.aborted) cancelled();
    try {
      return await Promise.race([end, Promise.resolve().then(act)]);
    } finally {
      cancel();
      signal.removeEventListener('abort', cancelled);
    }
  }
}

function late(reason: string): DeviceFailure {
  return new DeviceFailure({ code: 'timeout', reason, retry: 'soon' });
}

function seconds(ms: number): string {
  return (ms / 1000).toFixed(ms < 1000 ? 1 : 0);
}

/** Each object once, in the device's order. */
function describe(configurations: readonly unknown[], elementIp: string): DiscoveredObject[] {
  const objects = new Map<string, DiscoveredObject>();
  for (const configuration of configurations) {
    const parsed = parseStatus(configuration);
    if (parsed === undefined) continue;
    const { type: objectType, objectId, body } = parsed;
    const name = typeof body.name === 'string' ? body.name : objectId;
    objects.set(`${objectType}/${objectId}`, {
      elementIp,
      objectType,
      objectId,
      name,
      known: isKnownObjectType(objectType),
    });
  }
  return [...objects.values()];
}
