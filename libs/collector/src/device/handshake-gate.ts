import { Gate } from '../common/gate';

/**
 * Who asks: sessions that are well and poll, devices that are to be connected, those that stalled last time, and sessions that
 * read what can wait.
 */
export type Lane = 'polling' | 'healthy' | 'suspect' | 'configuration';

export type HandshakeGate = Gate<Lane>;

/** The gate for handshakes: of the usual twenty places, suspects share five, polls two, and what can wait two. */
export function handshakeGate(places: number): HandshakeGate {
  const part = (share: number): number => Math.max(1, Math.floor(places / share));
  return new Gate(places, { polling: part(10), healthy: places, suspect: part(4), configuration: part(10) });
}
