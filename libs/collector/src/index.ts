export type { CollectorOptions } from './collector-options';
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
export { DeviceFailure } from './session/failures';
export { SnpSession } from './session/session';
export { POLL_ENDPOINTS, SessionEvents, type PollEndpoint, type SessionEvent } from './session/session-events';
export { SESSION_CODES, type Failure, type SessionCode, type SessionState } from './session/session-state';
export type { KnownObject } from './session/status-book';
export { SupervisorService } from './supervisor/supervisor.service';
export { SYSTEM_CLOCK, type Clock } from './clock';
