import { parseMessage, type Message } from '@snp/protocol';
import { isUtf8 } from 'node:buffer';
import type { IncomingHttpHeaders } from 'node:http';
import type { Socket } from 'node:net';
import { WebSocket } from 'ws';
import type { Failure } from '../failures/failure';
import { closeFailure, webSocketFailure } from '../failures/failures';
import { upgradeFailure } from '../failures/upgrade-failures';

/** Devices send about 1 MB at once, and 2.2 MB when they list all objects. */
const MAX_MESSAGE_BYTES = 16 * 1024 * 1024;
const GOING_AWAY = 1001;

export interface SocketListener {
  opened(): void;
  message(data: Buffer, isBinary: boolean): void;
  closed(closeCode: number, failure: Failure): void;
  failed(failure: Failure): void;
}

/** Undefined for what is no message of the protocol. */
export function readMessage(data: Buffer, isBinary: boolean): Message | undefined {
  return isBinary || !isUtf8(data) ? undefined : parseMessage(data.toString());
}

/** A WebSocket over an existing connection; reports its end once. */
export class DeviceSocket {
  private readonly socket: WebSocket;
  private readonly end: Promise<void>;
  private isOver = false;

  /** @param closingMs how long the device has to answer when we close */
  constructor(url: string, connection: Socket, closingMs: number, listener: SocketListener) {
    this.socket = new WebSocket(url, {
      createConnection: () => connection,
      perMessageDeflate: false,
      followRedirects: false,
      // Some devices end the lines of their headers with a line feed alone.
      insecureHTTPParser: true,
      maxPayload: MAX_MESSAGE_BYTES,
      // A message that is not UTF-8 is dropped and counted by `readMessage`; it need not cost the session.
      skipUTF8Validation: true,
      closeTimeout: closingMs,
    } as WebSocket.ClientOptions);
    this.end = new Promise((resolve) => this.socket.once('close', () => resolve()));
    this.listen(listener);
  }

  send(text: string): void {
    if (this.socket.readyState === WebSocket.OPEN) this.socket.send(text);
  }

  /** Closes gracefully; resolves when the connection is gone, which the device can delay by no more than `closingMs`. */
  close(): Promise<void> {
    this.isOver = true;
    if (this.socket.readyState === WebSocket.OPEN) this.socket.close(GOING_AWAY);
    else this.socket.terminate();
    return this.end;
  }

  terminate(): void {
    this.isOver = true;
    this.socket.terminate();
  }

  private listen(listener: SocketListener): void {
    const { socket } = this;
    let headers: IncomingHttpHeaders | undefined;
    const finish = (report: () => void): void => {
      if (this.isOver) return;
      this.isOver = true;
      report();
    };
    socket.on('upgrade', (response) => (headers = response.headers));
    socket.on('open', () => {
      headers = undefined;
      if (!this.isOver) listener.opened();
    });
    socket.on('message', (data: Buffer, isBinary) => !this.isOver && listener.message(data, isBinary));
    // Stays for good: `terminate` while connecting is an error too.
    socket.on('error', (error) => finish(() => listener.failed(webSocketFailure(error, headers))));
    socket.on('close', (code, text) => finish(() => listener.closed(code, closeFailure(code, text.toString()))));
    socket.on('unexpected-response', (request, response) => {
      finish(() => listener.failed(upgradeFailure(response.statusCode ?? 0, response.headers)));
      request.destroy();
      socket.terminate();
    });
  }
}
