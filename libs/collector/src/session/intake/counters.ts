import { isKnownObjectType, MESSAGE_TYPES } from '@snp/protocol';
import type { SessionCode } from '../../failures/failure';

const KNOWN_MESSAGES: ReadonlySet<string> = new Set(MESSAGE_TYPES);
/** What a device calls things is not for the exporter's memory: unknown names are counted together. */
const OTHER = 'other';

/** What a session counts from its start on. */
export class SessionCounters {
  /** By `msgType`; unknown and unreadable ones as `other`. */
  readonly messages = new Map<string, number>();
  /** By object type; unknown ones, and messages that are unreadable altogether, as `other`. */
  readonly decodeErrors = new Map<string, number>();
  /** Losses and failed attempts. */
  readonly disconnects = new Map<SessionCode, number>();
  connects = 0;
  messageCount = 0;
  receivedBytes = 0;
  /** Time spent on the last status message; null before the first. */
  lastStatusDurationSeconds: number | null = null;

  received(bytes: number): void {
    this.messageCount++;
    this.receivedBytes += bytes;
  }

  typed(msgType = OTHER): void {
    increase(this.messages, KNOWN_MESSAGES.has(msgType) ? msgType : OTHER);
  }

  undecodable(objectType = OTHER): void {
    increase(this.decodeErrors, isKnownObjectType(objectType) ? objectType : OTHER);
  }

  disconnected(code: SessionCode): void {
    increase(this.disconnects, code);
  }
}

function increase<K>(counts: Map<K, number>, key: K): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}
