import type { DeviceTarget } from '../device/device-link';
import type { Certificate } from '../device/sockets';

/** The device to try: a connection, stored or not. */
export type ProbeTarget = DeviceTarget;

/** The steps of a connection test, in order. */
export const PROBE_STEPS = ['resolve', 'tcp', 'tls', 'auth', 'websocket', 'subscribe', 'status'] as const;

export type ProbeStepName = (typeof PROBE_STEPS)[number];

/** How one step went; after one that failed there are no more. */
export interface ProbeStep {
  readonly step: ProbeStepName;
  readonly ok: boolean;
  readonly durationMs: number;
  /** What was found, for users; empty when it failed. */
  readonly detail: string;
  /** With the step `tls`. */
  readonly certificate?: Certificate;
  /** What is wrong, for users. */
  readonly error?: string;
}

/** One object that a device says it has. */
export interface DiscoveredObject {
  readonly elementIp: string;
  readonly objectType: string;
  readonly objectId: string;
  /** What the device calls it. */
  readonly name: string;
  /** Whether the type is one of those that devices are known to have. */
  readonly known: boolean;
}
