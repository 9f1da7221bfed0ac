import { once } from 'node:events';
import { get, type IncomingMessage } from 'node:http';

const EVENT = Buffer.from('event: connection\n');

/** Open dashboards as the exporter sees them: each reads the event stream as fast as it can. */
export class Dashboards {
  private bytes = 0;
  /** How many of them have received the event of a change. */
  private received = 0;
  private onReceived: () => void = () => undefined;

  private constructor(private readonly streams: readonly IncomingMessage[]) {
    for (const stream of streams) stream.on('data', (piece: Buffer) => this.read(piece));
  }

  static async open(url: string, count: number): Promise<Dashboards> {
    const streams: IncomingMessage[] = [];
    while (streams.length < count) {
      const [stream] = (await once(get(`${url}/api/stream`), 'response')) as [IncomingMessage];
      streams.push(stream);
    }
    return new Dashboards(streams);
  }

  /** Bytes per second that each of them reads, over a time. */
  async traffic(work: () => Promise<unknown>): Promise<number> {
    const [before, began] = [this.bytes, performance.now()];
    await work();
    return (this.bytes - before) / this.streams.length / ((performance.now() - began) / 1_000);
  }

  /** Makes one change of a connection. @returns ms until the last of them has received its event */
  async untilReceived(change: () => Promise<unknown>): Promise<number> {
    this.received = 0;
    const began = performance.now();
    const all = new Promise<void>((resolve) => {
      this.onReceived = () => (this.received === this.streams.length ? resolve() : undefined);
    });
    await Promise.all([change(), all]);
    return performance.now() - began;
  }

  close(): void {
    for (const stream of this.streams) stream.destroy();
  }

  private read(piece: Buffer): void {
    this.bytes += piece.length;
    if (!piece.includes(EVENT)) return;
    this.received += 1;
    this.onReceived();
  }
}
