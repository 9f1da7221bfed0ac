import { Inject, Injectable } from '@nestjs/common';
import { isPlain, REST_SCHEMES, WEBSOCKET_SCHEMES } from '@snp/connections';
import { discoveryRequest, isKnownObjectType, parseStatus, type Message } from '@snp/protocol';
import { COLLECTOR_OPTIONS, type CollectorOptions } from '../common/collector-options';
import { elementOf } from '../device/addresses';
import { DeviceFailure } from '../failures/failure';
import { longest } from '../device/timing';
import { SESSION_DEPENDENCIES, type SessionDependencies } from '../session/session-dependencies';
import { DeviceAttempt } from './device-attempt';
import type { DiscoveredObject, ProbeStep, ProbeTarget } from './probe-step';

/** Devices take seconds to list everything. */
const LISTING_MS = 20_000;

/** Takes the first steps of a session once, for a user who wants to know whether a device works, or what it has. */
@Injectable()
export class ConnectionProbe {
  constructor(
    @Inject(SESSION_DEPENDENCIES)
    private readonly dependencies: Pick<SessionDependencies, 'clock' | 'timing' | 'link' | 'tries'>,
    @Inject(COLLECTOR_OPTIONS)
    private readonly options: Pick<CollectorOptions, 'allowInsecureDevices' | 'allowLegacyTls'>,
  ) {}

  /**
   * Tries a connection from name resolution to the first status message, for at most 30 s, and leaves nothing behind. Each
   * step may take as long as a session ever gives a slow device.
   * @param signal nobody is interested any more
   * @returns each step when it has ended; the last one is the first that failed, or `status`
   */
  test(target: ProbeTarget, signal: AbortSignal): AsyncGenerator<ProbeStep> {
    const dependencies = { ...this.dependencies, timing: longest(this.dependencies.timing) };
    const attempt = new DeviceAttempt(target, dependencies, { answer: countStatuses });
    return attempt.steps(this.fault(target), signal);
  }

  /**
   * Asks a device for all its objects, which is a heavy load for it: whoever calls this sees to it that it is done rarely.
   * @throws DeviceFailure
   */
  async discover(target: ProbeTarget, signal: AbortSignal): Promise<DiscoveredObject[]> {
    const { timing } = this.dependencies;
    const elementIp = elementOf(target.objects);
    let configurations: readonly unknown[] | undefined;
    const attempt = new DeviceAttempt(
      target,
      { ...this.dependencies, timing: { ...longest(timing), firstStatusMs: LISTING_MS } },
      {
        request: discoveryRequest(elementIp),
        noAnswer: `no object list within ${LISTING_MS / 1000} s`,
        answer: (message) => {
          if (message.kind === 'objects') configurations = message.configurations;
          return configurations && 'objects listed';
        },
      },
    );
    for await (const { error } of attempt.steps(this.fault(target), signal))
      if (error !== undefined) throw failed(error);
    if (configurations === undefined) throw failed('cancelled');
    return describe(configurations, elementIp);
  }

  /** Ms until a password may be tried again at a device that has refused too many; 0 for now. */
  passwordWaitMs({ restapi }: ProbeTarget): number {
    return this.dependencies.tries.waitMs(restapi);
  }

  private fault({ restapi, websocket, legacyTls }: ProbeTarget): string | null {
    if (legacyTls && !this.options.allowLegacyTls)
      return 'legacy TLS is not permitted: start the exporter with LEGACY_TLS=true to permit it';
    const isInsecure = isPlain(restapi, REST_SCHEMES) || isPlain(websocket, WEBSOCKET_SCHEMES);
    if (!isInsecure || this.options.allowInsecureDevices) return null;
    return 'plain http: and ws: addresses are not allowed: set ALLOW_INSECURE_DEVICES=true to allow them';
  }
}

function failed(reason: string): DeviceFailure {
  return new DeviceFailure({ code: 'timeout', reason, retry: 'soon' });
}

/** `4 statuses`; as in a session, those that cannot be read do not count. */
function countStatuses(message: Message): string | undefined {
  if (message.kind !== 'statuses') return undefined;
  const count = message.statuses.filter((status) => parseStatus(status) !== undefined).length;
  if (count === 0) return undefined;
  return count === 1 ? '1 status' : `${count} statuses`;
}

/** Each object once, in the device's order. */
function describe(configurations: readonly unknown[], elementIp: string): DiscoveredObject[] {
  const objects = new Map<string, DiscoveredObject>();
  for (const configuration of configurations) {
    const parsed = parseStatus(configuration);
    if (parsed === undefined) continue;
    const { type: objectType, objectId, body } = parsed;
    const name = typeof body.name === 'string' ? body.name : objectId;
    const known = isKnownObjectType(objectType);
    objects.set(`${objectType}/${objectId}`, { elementIp, objectType, objectId, name, known });
  }
  return [...objects.values()];
}
