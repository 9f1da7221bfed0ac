import { TextDecoder, TextEncoder } from 'node:util';
import type { Fetch } from '../core/stream/server-events';

Object.assign(globalThis, { TextDecoder, TextEncoder });

interface Waiting {
  resolve(piece: { done: boolean; value?: Uint8Array }): void;
  reject(error: Error): void;
}

/** A server of event streams, controlled by a test. */
export class StreamServer {
  /** The headers of every request, the oldest first. */
  readonly requests: Record<string, string>[] = [];
  isDown = false;
  /** The reason with which the server refuses every stream. */
  refusal = '';
  private reader?: Waiting;
  private readonly pieces: { done: boolean; value?: Uint8Array }[] = [];

  readonly fetch: Fetch = (_url, init) => {
    this.requests.push(init.headers as Record<string, string>);
    if (this.isDown) return Promise.reject(new Error('refused'));
    if (this.refusal !== '') {
      const json = () => Promise.resolve({ detail: this.refusal });
      return Promise.resolve({ ok: false, status: 429, body: {}, json } as unknown as Response);
    }
    init.signal?.addEventListener('abort', () => this.reader?.reject(new Error('aborted')));
    const getReader = () => ({ read: () => this.read() });
    return Promise.resolve({ ok: true, status: 200, body: { getReader } } as unknown as Response);
  };

  send(text: string): void {
    this.give({ done: false, value: new TextEncoder().encode(text) });
  }

  /** Ends the stream that is open. */
  cut(): void {
    this.give({ done: true });
  }

  private give(piece: { done: boolean; value?: Uint8Array }): void {
    if (this.reader) this.reader.resolve(piece);
    else this.pieces.push(piece);
    this.reader = undefined;
  }

  private read(): Promise<{ done: boolean; value?: Uint8Array }> {
    const piece = this.pieces.shift();
    if (piece) return Promise.resolve(piece);
    return new Promise((resolve, reject) => (this.reader = { resolve, reject }));
  }
}
