import type { Socket } from 'node:net';
import { WebSocket } from 'ws';
import { closeFailure, upgradeFailure, webSocketFailure } from '../session/failures';
import type { Failure } from '../session/session-state';

/** Devices send about 1 MB at once, and 2.2 MB when everything is listed. */
const MOST_MESSAGE_BYTES = 16 * 1024 * 1024;
const GOING_AWAY = 1001;

export interface SocketListener {
  opened(): void;
  message(data: Buffer, isBinary: boolean): void;
  closed(closeCode: number, failure: Failure): void;
  failed(failure: Failure): void;
}

/** A WebSocket over a connection that exists already; it tells its end once. */
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
      maxPayload: MOST_MESSAGE_BYTES,
      // A message that is not UTF-8 is dropped and counted like other nonsense; it need not cost the session.
      skipUTF8Validation: true,
      closeTimeout: closingMs,
    } as WebSocket.ClientOptions);
    this.end = new Promise((resolve) => this.socket.once('close', () => resolve()));
    this.listen(listener);
  }

  send(text: string): void {
    if (this.socket.readyState === WebSocket.OPEN) this.socket.send(text);
  }

  /** Says goodbye; resolves when the connection is gone, which the device can delay by no more than `closingMs`. */
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
    const finish = (tell: () => void): void => {
      if (this.isOver) return;
      this.isOver = true;
      tell();
    };
    socket.on('open', () => !this.isOver && listener.opened());
    socket.on('message', (data: Buffer, isBinary) => !this.isOver && listener.message(data, isBinary));
    // Stays for good: `terminate` while connecting is an error too.
    socket.on('error', (error) => finish(() => listener.failed(webSocketFailure(error))));
    socket.on('close', (code, text) => finish(() => listener.closed(code, closeFailure(code, text.toString()))));
    socket.on('unexpected-response', (request, response) => {
      finish(() => listener.failed(upgradeFailure(response.statusCode ?? 0)));
      request.destroy();
      socket.terminate();
    });
  }
}
