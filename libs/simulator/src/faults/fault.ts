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
  readonly socket: Duplex;
  /** An upgrade has none. */
  readonly response: ServerResponse | undefined;
}

/** A message on its way to a client. */
export interface Outgoing {
  readonly msgType: string;
  readonly text: string;
}

/**
 * A way to misbehave. Every member is a place where a device that behaves does its work; a fault that has it steps in.
 * The faults of a device are asked in the order in which they were given.
 */
export interface Fault {
  /** At once. */
  begin?(): void;
  /** When the device behaves again, or is switched off: nothing of the fault may be left behind. */
  end?(): void | Promise<void>;
  /** A TCP connection, before TLS. True: it is the fault's now. */
  onConnection?(socket: Socket): boolean;
  /** How long a new TCP connection waits for TLS, ms. */
  readonly tlsDelayMs?: number;
  /** True: answered by the fault, or never to be answered. */
  onRequest?(exchange: Exchange): boolean;
  /** A token on a WebSocket: false refuses it. */
  onToken?(): boolean;
  /** A status on its way out: another body, or text that need not be JSON. */
  onStatus?(object: SourceObject, status: Body): Body | string;
  /** The statuses of a message, each as a JSON string literal. */
  onStatuses?(fragments: string[]): string[];
  /** A message on its way out: what goes instead, or nothing. */
  onMessage?(message: Outgoing): string | undefined;
  /** With every update of the device. */
  onUpdate?(): void;
}
