export { dateOrNull, SYSTEM_CLOCK, type Cancel, type Clock } from './common/clock';
export type { CollectorOptions } from './common/collector-options';
export { CollectorModule } from './collector.module';
export { DeviceFailure, SESSION_CODES, type Failure, type SessionCode } from './failures/failure';
export { inMinutes, tooManyRefused } from './device/password-tries';
export { admitSockets } from './device/socket-admission';
export type { Certificate } from './device/sockets';
export { ConnectionProbe } from './probe/connection-probe';
export { MAX_PROBE_MS } from './probe/device-attempt';
export {
  PROBE_STEPS,
  type DiscoveredObject,
  type ProbeStep,
  type ProbeStepName,
  type ProbeTarget,
} from './probe/probe-step';
export type { KnownObject } from './session/intake/latest-statuses';
export type { SessionState } from './session/machine/phases';
export { POLL_ENDPOINTS, type PollEndpoint } from './session/polling/poller';
export { SnpSession } from './session/session';
export { SessionEvents, type SessionEvent } from './session/session-events';
export { SupervisorService } from './supervisor/supervisor.service';
