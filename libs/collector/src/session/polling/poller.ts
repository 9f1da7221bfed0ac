import { parseConsoleStatus, parseJson, parseProcessorConfig, parseSystemConfig } from '@snp/protocol';
import type { Cancel, Clock } from '../../common/clock';
import { configurationPath } from '../../device/addresses';
import type { Reader } from '../../device/device-reader';
import type { Lane } from '../../device/handshake-gate';
import { DeviceToken } from './device-token';
import { firstPollDelay, nextPollDelay } from './poll-schedule';

/** What is read from a device over REST, again and again. */
export const POLL_ENDPOINTS = ['processorA', 'processorB', 'processorC', 'processorD', 'system', 'console'] as const;

export type PollEndpoint = (typeof POLL_ENDPOINTS)[number];

/** Endpoints whose results are reported together. */
export type PollGroup = 'processor' | 'system' | 'console';

/** How the last poll of a group went. */
export interface PollResult {
  readonly success: boolean;
  readonly durationSeconds: number;
}

export interface PollerListener {
  /** A round begins. */
  began(): void;
  /** What an endpoint says now; undefined: it does not say, and what it said before no longer holds. */
  polled(endpoint: PollEndpoint, value: object | undefined): void;
  /** A round is over and {@link Poller.results} are new. */
  finished(): void;
}

export interface PollerDependencies {
  readonly clock: Clock;
  readonly periodMs: number;
  /** From 0 up to, not including, 1: when in each period it is this device's turn. */
  readonly offset: number;
  readonly elementIp: string;
  readonly reader: (lane: Lane) => Reader;
}

const GROUPS: Readonly<Record<PollEndpoint, PollGroup>> = {
  processorA: 'processor',
  processorB: 'processor',
  processorC: 'processor',
  processorD: 'processor',
  system: 'system',
  console: 'console',
};

/** A device that is managed from elsewhere has no console; it is asked again after so long. */
const ABSENT_MS = 3_600_000;

/** A request that begins this long before a round has usually ended when the round begins. */
const NEAR_MS = 2_000;

/** Asks a device for its configuration again and again, one thing after the other, and never harms its session. */
export class Poller {
  /** By group; a group that the device does not have is not there. */
  readonly results = new Map<PollGroup, PollResult>();
  private cancel: Cancel | undefined;
  /** Of the session, for everything that is read during it. */
  readonly token = new DeviceToken();
  private reader: Reader | undefined;
  /** When the next round begins, monotonic ms. */
  private nextAt = Infinity;
  private isSuspect = false;
  /** Rounds in a row in which something failed. */
  private failures = 0;
  private consoleAskedAgainAt = 0;
  /** Counts starts and stops; what an earlier one still does is ignored. */
  private run = 0;

  constructor(
    private readonly dependencies: PollerDependencies,
    private readonly listener: PollerListener,
  ) {}

  start(token: string): void {
    this.stop();
    this.token.start(token);
    this.failures = 0;
    this.consoleAskedAgainAt = 0;
    this.schedule(firstPollDelay(this.dependencies.offset));
  }

  stop(): void {
    this.run++;
    this.cancel?.();
    this.reader?.close();
    this.reader = undefined;
    this.results.clear();
  }

  /** Whether a round begins within a moment. */
  get isNear(): boolean {
    const { clock, periodMs } = this.dependencies;
    return this.nextAt - clock.monotonic() < Math.min(NEAR_MS, periodMs / 10);
  }

  private schedule(ms: number): void {
    const { run } = this;
    const { clock } = this.dependencies;
    this.nextAt = clock.monotonic() + ms;
    this.cancel = clock.after(ms, () => {
      this.round(run).catch(() => undefined); // Failures show in the results.
    });
  }

  private async round(run: number): Promise<void> {
    const { clock, periodMs, offset } = this.dependencies;
    this.listener.began();
    const reader = this.dependencies.reader(this.isSuspect ? 'suspect' : 'polling');
    this.reader = reader;
    const isOpen = await reader.open().then(
      () => true,
      () => false, // Shows as the failure of everything that was to be read.
    );
    this.token.allowRenewal();
    const results = await this.pollAll(reader, isOpen, run);
    if (run !== this.run) return;
    reader.close();
    this.isSuspect = !isOpen;
    this.conclude(results);
    // The first failure is often brief; later ones wait for their turn.
    this.schedule(this.failures === 1 ? periodMs / 4 : nextPollDelay(offset, periodMs, clock.monotonic()));
    this.listener.finished();
  }

  /** Ends early when the run is over. */
  private async pollAll(reader: Reader, isOpen: boolean, run: number): Promise<Map<PollGroup, PollResult>> {
    const { clock } = this.dependencies;
    const results = new Map<PollGroup, PollResult>();
    for (const endpoint of this.due()) {
      const begun = clock.monotonic();
      const outcome = isOpen ? await this.poll(reader, endpoint, run) : 'failed';
      if (run !== this.run) break;
      if (outcome !== 'read') this.listener.polled(endpoint, undefined);
      if (outcome === 'absent') continue;
      const { success, durationSeconds } = results.get(GROUPS[endpoint]) ?? { success: true, durationSeconds: 0 };
      results.set(GROUPS[endpoint], {
        success: success && outcome === 'read',
        durationSeconds: durationSeconds + (clock.monotonic() - begun) / 1000,
      });
    }
    return results;
  }

  private conclude(results: ReadonlyMap<PollGroup, PollResult>): void {
    this.results.clear();
    for (const [group, result] of results) this.results.set(group, result);
    const hasFailed = [...results.values()].some(({ success }) => !success);
    this.failures = hasFailed ? this.failures + 1 : 0;
  }

  private due(): PollEndpoint[] {
    const isConsoleDue = this.dependencies.clock.monotonic() >= this.consoleAskedAgainAt;
    return POLL_ENDPOINTS.filter((endpoint) => endpoint !== 'console' || isConsoleDue);
  }

  private async poll(reader: Reader, endpoint: PollEndpoint, run: number): Promise<'read' | 'failed' | 'absent'> {
    try {
      const { status, body } = await this.token.read(reader, pathOf(endpoint, this.dependencies.elementIp));
      if (run !== this.run) return 'failed';
      if (status === 404 && endpoint === 'console') return this.miss();
      const value = status === 200 ? valueOf(endpoint, body) : undefined;
      if (value === undefined) return 'failed';
      this.listener.polled(endpoint, value);
      return 'read';
    } catch {
      // A poll that fails shows in its own series; the session lives by its WebSocket.
      return 'failed';
    }
  }

  private miss(): 'absent' {
    this.consoleAskedAgainAt = this.dependencies.clock.monotonic() + ABSENT_MS;
    return 'absent';
  }
}

function pathOf(endpoint: PollEndpoint, elementIp: string): string {
  return endpoint === 'console' ? 'console/status' : configurationPath(elementIp, endpoint);
}

/** Undefined for what is not even JSON. */
function valueOf(endpoint: PollEndpoint, body: string): object | undefined {
  const document = parseJson(body);
  if (typeof document !== 'object' || document === null) return undefined;
  switch (GROUPS[endpoint]) {
    case 'processor':
      return parseProcessorConfig(document);
    case 'system':
      return parseSystemConfig(document);
    case 'console':
      return parseConsoleStatus(document);
  }
}
