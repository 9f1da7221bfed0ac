import type { FleetMember } from '../bench/fleet/fleet-child';
import type { TestBed } from '../bench/fleet/test-bed';
import { milliseconds, pause } from '../bench/fleet/figures';

/** A client may start ten a minute. */
const TEST_EVERY_MS = 7_000;
const ROUND_EVERY_MS = 5_000;
const PATIENCE_MS = 2_000;
const MINUTE_MS = 60_000;
const PAGES = ['/api/fleet', '/api/alarms', '/api/about'];

/** Uses an exporter as Prometheus and some people would, and notes what it is like. */
export class DailyUse {
  /** Resident memory, MiB. */
  readonly memory: number[] = [];
  /** ms that each scrape of everything took. */
  readonly scrapes: number[] = [];
  /** What was not answered as it should be. */
  readonly refusals: string[] = [];
  answers = 0;
  private tests = 0;
  private testedAt = -Infinity;

  constructor(private readonly testBed: TestBed) {}

  async goOn(minutes: number): Promise<void> {
    const began = performance.now();
    let said = 0;
    for (;;) {
      const gone = performance.now() - began;
      if (gone >= minutes * MINUTE_MS) return;
      if (gone >= said * MINUTE_MS) await this.say(said++);
      await this.round();
      await pause(ROUND_EVERY_MS);
    }
  }

  private async say(minute: number): Promise<void> {
    const [connected, memory] = [await this.testBed.connected(), await this.testBed.memory()];
    const lag = 1_000 * (await this.testBed.own('nodejs_eventloop_lag_max_seconds'));
    const slowest = Math.max(0, ...this.scrapes.slice(-MINUTE_MS / ROUND_EVERY_MS));
    const figures = [`${memory.toFixed(0)} MiB`, `lag ${milliseconds(lag)}`, `slowest scrape ${milliseconds(slowest)}`];
    console.log(`minute ${minute}: ${connected} connected, ${figures.join(', ')}`);
  }

  private async round(): Promise<void> {
    await this.scrape();
    this.memory.push(await this.testBed.memory());
    for (const path of PAGES) await this.get(path);
    // Clients that go away before the answer is complete.
    await Promise.all([this.leave('/api/stream'), this.leaveTest()]);
  }

  private async leaveTest(): Promise<void> {
    if (performance.now() - this.testedAt < TEST_EVERY_MS) return;
    this.testedAt = performance.now();
    const member = this.testBed.members[(this.tests++ * 7) % this.testBed.members.length];
    await this.leave('/api/connections/test', probe(member));
  }

  private async scrape(): Promise<void> {
    this.answers += 1;
    const began = performance.now();
    // A scrape that fails is told in the table; it must not end the soak.
    await this.testBed.scrapeTimes(1).catch((error: unknown) => this.refusals.push(`/metrics: ${String(error)}`));
    this.scrapes.push(performance.now() - began);
  }

  private async get(path: string): Promise<void> {
    const { status } = await this.testBed.exporter.api('GET', path);
    this.note(path, status);
  }

  /** Asks for something that takes long, and leaves after a while. */
  private async leave(path: string, body?: object): Promise<void> {
    try {
      const response = await fetch(`${this.testBed.exporter.dashboardUrl}${path}`, {
        method: body ? 'POST' : 'GET',
        headers: { 'Content-Type': 'application/json', Accept: 'text/event-stream' },
        body: body && JSON.stringify(body),
        signal: AbortSignal.timeout(PATIENCE_MS),
      });
      this.note(path, response.status);
      await response.arrayBuffer();
    } catch (error) {
      if (!(error instanceof DOMException)) throw error;
    }
  }

  private note(path: string, status: number): void {
    this.answers += 1;
    if (status >= 400) this.refusals.push(`${path}: ${status}`);
  }
}

function probe({ name, restapi, websocket, username, password, objects }: FleetMember): object {
  const [{ type, id }] = objects;
  const objects_ids = [{ elementIP: '127.0.0.1', objectType: type, objectId: id }];
  return { name, restapi, websocket, username, password, objects_ids };
}
