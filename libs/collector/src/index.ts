export type { CollectorOptions } from './common/collector-options';
export { CollectorModule } from './collector.module';
export type { Certificate } from './device/sockets';
export { ConnectionProbe, DiscoveryUnderWay } from './probe/connection-probe';
export {
  PROBE_STEPS,
  type DiscoveredObject,
  type ProbeStep,
  type ProbeStepName,
  type ProbeTarget,
} from './probe/probe-step';
export { DeviceFailure } from './device/failures';
export { SnpSession } from './session/session';
export { POLL_ENDPOINTS, type PollEndpoint } from './session/polling/poller';
export { SessionEvents, type SessionEvent } from './session/session-events';
export { SESSION_CODES, type Failure, type SessionCode } from './device/failures';
export { type SessionState } from './session/machine/phases';
export type { KnownObject } from './session/intake/latest-statuses';
export { SupervisorService } from './supervisor/supervisor.service';
