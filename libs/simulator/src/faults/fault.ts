import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import type { SourceObject } from '../device/object-source';
import type { Body } from '../statuses/generator';

/** Where an HTTP request wants to go. */
export type Place = 'auth' | 'config' | 'console' | 'status' | 'upgrade' | 'elsewhere';

/** A request that a fault may take over. */
export interface Exchange {
  readonly place: Place;
  readonly request: IncomingMessage;
  /** The socket of an upgrade, which has no response. */
  readonly socket: Duplex;
  readonly response: ServerResponse | undefined;
}

/** A message on its way to a client. */
export interface Outgoing {
  readonly msgType: string;
  readonly text: string;
}

/**
 * A way to misbehave. Every member is a place where a device that behaves does its work; a fault that has it may step in.
 * Faults of a device are asked in the order in which they were given.
 */
export interface Fault {
  /** When it begins, and when the device behaves again. */
  begin?(): void;
  end?(): void;
  /** A TCP connection, before TLS. True: it is the fault's now. */
  onConnection?(socket: Socket): boolean;
  /** True: answered by the fault, or never to be answered. */
  onRequest?(exchange: Exchange): boolean;
  /** A status on its way out. */
  onStatus?(object: SourceObject, status: Body): Body | string;
  /** The JSON string literals of a list of statuses. */
  onStatuses?(fragments: string[]): string[];
  /** A message on its way out: what goes instead, or nothing. */
  onMessage?(message: Outgoing): string | Buffer | undefined;
  /** With every update of the device. */
  onUpdate?(): void;
}
