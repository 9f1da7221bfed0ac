import type { Connection, ObjectRef } from '@snp/connections';
import type { ProbeStepName } from './dto/probe.dto';
import type { SessionState } from './dto/words';
import type { Family } from '@snp/exposition';
import type { ActiveAlarm } from '@snp/protocol';

/** An object as the device sent it last. */
export interface ReceivedObject {
  readonly type: string;
  readonly objectId: string;
  /** JSON; empty where it is too much to keep. */
  readonly text: string;
  /** ms */
  readonly receivedAt: number;
  /** How many series it has. */
  readonly series: number;
  /** Whether the type is known. */
  readonly known: boolean;
}

/** A series of the store. */
export interface HeldSeries {
  readonly family: Family;
  /** Without `target`. */
  readonly labels: Readonly<Record<string, string>>;
  readonly value: number;
}

/** The series of a device in the store. */
export interface HeldTarget {
  readonly name: string;
  /** Series that were refused. */
  readonly droppedTotal: number;
  seriesCount(): number;
  list(search?: string): Iterable<HeldSeries>;
}

/** What a session counts. */
export interface SessionCounts {
  readonly messageCount: number;
  readonly receivedBytes: number;
  readonly connects: number;
  readonly disconnects: ReadonlyMap<string, number>;
  readonly decodeErrors: ReadonlyMap<string, number>;
}

/** A session of the collector, as far as this room looks at it. Times are ms since the epoch. */
export interface LiveSession {
  readonly state: SessionState;
  readonly reason: string;
  readonly since: number;
  readonly lastMessageAt: number | null;
  readonly connectedAt: number | null;
  readonly certificate: { readonly validTo: number | null } | undefined;
  readonly alarms: readonly ActiveAlarm[];
  readonly target: HeldTarget | undefined;
  readonly polls: ReadonlyMap<string, unknown>;
  readonly counters: SessionCounts;
  objects(): Iterable<ReceivedObject>;
}

/** The sessions that run. */
export abstract class Sessions {
  abstract sessions(): Iterable<LiveSession>;
  abstract session(connectionId: number): LiveSession | undefined;
}

/** The stored connections. */
export abstract class Connections {
  abstract wanted(): Promise<readonly Connection[]>;
  abstract find(id: number): Promise<Connection | null>;
}

/** What a connection test needs to know of a device. */
export interface ProbeTarget {
  readonly name: string;
  readonly restapi: string;
  readonly websocket: string;
  readonly username: string;
  readonly password: string;
  readonly objects: readonly ObjectRef[];
}

/** A step of a connection test, when it has ended. */
export interface ProbeStep {
  readonly step: ProbeStepName;
  readonly ok: boolean;
  readonly durationMs: number;
  readonly detail: string;
  readonly error?: string;
  readonly certificate?: ProbedCertificate;
}

export interface ProbedCertificate {
  readonly subject: string;
  readonly issuer: string;
  /** ms since the epoch; null where it is unreadable */
  readonly validTo: number | null;
  readonly fingerprint256: string;
  readonly selfSigned: boolean;
}

/** An object that a device says it has. */
export interface FoundObject {
  readonly elementIp: string;
  readonly objectType: string;
  readonly objectId: string;
  readonly name: string;
  /** Whether the type is known. */
  readonly known: boolean;
}

/** Tries a device without leaving anything behind. */
export abstract class DeviceProbe {
  abstract test(target: ProbeTarget, signal: AbortSignal): AsyncIterable<ProbeStep>;
  abstract discover(target: ProbeTarget, signal: AbortSignal): Promise<readonly FoundObject[]>;
}
