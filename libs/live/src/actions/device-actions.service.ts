import { Inject, Injectable, Logger } from '@nestjs/common';
import {
  ConnectionProbe,
  inMinutes,
  MAX_PROBE_MS,
  PROBE_STEPS,
  tooManyRefused,
  type Cancel,
  type Clock,
  type DiscoveredObject,
  type ProbeStep,
  type ProbeTarget,
} from '@snp/collector';
import { MAX_OBJECTS } from '@snp/connections';
import { ProblemError, retryLater, untilAborted } from '@snp/http';
import { CLOCK, momentOrNull } from '../common/clock';
import type { DiscoveredObjectDto, DiscoveryDto, ProbeRequestDto, ProbeStepDto } from '../dto/probe.dto';
import { ActionLimits } from './action-limits';
import { DiscoveryGate } from './discovery-gate';
import { ProbeTargets } from './probe-targets';

/** Connection test and discovery. Both end when the client disconnects. */
@Injectable()
export class DeviceActionsService {
  private readonly logger = new Logger('Probe');
  private readonly gate: DiscoveryGate;
  private readonly limits: ActionLimits;

  constructor(
    private readonly targets: ProbeTargets,
    private readonly probe: ConnectionProbe,
    @Inject(CLOCK) clock: Clock,
  ) {
    this.gate = new DiscoveryGate(clock);
    this.limits = new ActionLimits(clock);
  }

  /**
   * The steps of a connection test, each as it completes.
   * @param client address of who asks
   * @throws ProblemError 404, 422, or 429 when there were too many tests or refused passwords
   */
  async test(request: ProbeRequestDto, client: string, signal: AbortSignal): Promise<AsyncIterable<ProbeStepDto>> {
    const target = await this.targets.resolve(request);
    const end = this.begin(target, client);
    // Also where nobody reads the first step.
    signal.addEventListener('abort', end, { once: true });
    return this.steps(target, signal, end);
  }

  /**
   * @param client address of who asks
   * @throws ProblemError 404, 409, 422, 429, or 502 when the device is not reachable
   */
  async discover(request: ProbeRequestDto, client: string, signal: AbortSignal): Promise<DiscoveryDto> {
    const target = await this.targets.resolve(request);
    const device = new URL(target.websocket).host;
    this.gate.enter(device);
    let end: Cancel | undefined;
    let hasAnswered = false;
    try {
      end = this.begin(target, client);
      const found = await this.probe.discover(target, withinLimit(signal));
      hasAnswered = true;
      return { objects: found.slice(0, MAX_OBJECTS).map(objectOf) };
    } catch (error) {
      if (error instanceof ProblemError) throw error;
      const detail = error instanceof Error ? error.message : String(error);
      throw new ProblemError(502, 'device-unreachable', 'Device not reachable', detail);
    } finally {
      end?.();
      this.gate.leave(device, hasAnswered);
    }
  }

  private begin(target: ProbeTarget, client: string): Cancel {
    const waitMs = this.probe.passwordWaitMs(target);
    if (waitMs === 0) return this.limits.begin(client);
    const detail = `The ${tooManyRefused()}. Try again in ${inMinutes(waitMs)}.`;
    throw retryLater(429, 'too-many-passwords', 'Too many refused passwords', detail, waitMs);
  }

  private async *steps(target: ProbeTarget, signal: AbortSignal, end: Cancel): AsyncIterable<ProbeStepDto> {
    const limited = withinLimit(signal);
    let taken = 0;
    try {
      for await (const step of untilAborted(this.probe.test(target, limited), limited)) {
        taken++;
        yield stepOf(step);
      }
      if (limited.aborted) yield failure(taken, `the device took longer than ${MAX_PROBE_MS / 1000} s`);
    } catch (error) {
      this.logger.error('connection test failed', { error: error instanceof Error ? error.stack : String(error) });
      // The answer has begun, so an error can only be reported as a step.
      yield failure(taken, 'the test itself failed: see the log of the exporter');
    } finally {
      end();
    }
  }
}

function withinLimit(signal: AbortSignal): AbortSignal {
  return AbortSignal.any([signal, AbortSignal.timeout(MAX_PROBE_MS)]);
}

/** The step after the completed ones, as failed. */
function failure(taken: number, error: string): ProbeStepDto {
  const step = PROBE_STEPS[taken] ?? 'status';
  return { step, ok: false, duration_ms: 0, detail: '', error, certificate: null };
}

function stepOf({ step, ok, durationMs, detail, error, certificate }: ProbeStep): ProbeStepDto {
  return {
    step,
    ok,
    duration_ms: Math.round(10 * durationMs) / 10,
    detail,
    error: error ?? null,
    certificate: certificate === undefined ? null : certificateOf(certificate),
  };
}

function certificateOf(certificate: NonNullable<ProbeStep['certificate']>): ProbeStepDto['certificate'] {
  const { subject, issuer, validTo, fingerprint256, selfSigned } = certificate;
  return { subject, issuer, valid_to: momentOrNull(validTo), fingerprint256, self_signed: selfSigned };
}

function objectOf({ elementIp, objectType, objectId, name, known }: DiscoveredObject): DiscoveredObjectDto {
  return { element_ip: elementIp, object_type: objectType, object_id: objectId, name, known };
}
