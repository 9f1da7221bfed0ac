import { parseConsoleStatus, parseProcessorConfig, parseSystemConfig } from '@snp/protocol';
import type { Cancel, Clock } from '../../common/clock';
import type { RestResponse } from '../../device/device-client';
import type { Reader } from '../../device/device-reader';
import { DeviceFailure } from '../../failures/failure';
import type { Lane } from '../../device/handshake-gate';
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

/** Asks a device for its configuration again and again, one thing after the other, and never harms its session. */
export class Poller {
  /** By group; a group that the device does not have is not there. */
  readonly results = new Map<PollGroup, PollResult>();
  private cancel: Cancel | undefined;
  private reader: Reader | undefined;
  private token = '';
  private renewal: 'possible' | 'done' | 'refused' = 'possible';
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
    this.token = token;
    this.renewal = 'possible';
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

  private schedule(ms: number): void {
    const { run } = this;
    this.cancel = this.dependencies.clock.after(ms, () => {
      this.round(run).catch(() => undefined); // Failures show in the results.
    });
  }

  private async round(run: number): Promise<void> {
    const { clock, periodMs, offset } = this.dependencies;
    const reader = this.dependencies.reader(this.isSuspect ? 'suspect' : 'polling');
    this.reader = reader;
    const isOpen = await reader.open().then(
      () => true,
      () => false, // Shows as the failure of everything that was to be read.
    );
    const durations = new Map<PollGroup, number>();
    const failed = new Set<PollGroup>();
    if (this.renewal === 'done') this.renewal = 'possible';
    for (const endpoint of this.due()) {
      const begun = clock.monotonic();
      const outcome = isOpen ? await this.poll(reader, endpoint, run) : 'failed';
      if (run !== this.run) return;
      const group = GROUPS[endpoint];
      if (outcome !== 'absent') durations.set(group, (durations.get(group) ?? 0) + (clock.monotonic() - begun) / 1000);
      if (outcome === 'failed') failed.add(group);
      if (outcome !== 'read') this.listener.polled(endpoint, undefined);
    }
    reader.close();
    this.isSuspect = !isOpen;
    this.conclude(durations, failed);
    this.failures = failed.size > 0 ? this.failures + 1 : 0;
    // What failed once is often only a moment's trouble; what fails again can wait for its turn.
    this.schedule(this.failures === 1 ? periodMs / 4 : nextPollDelay(offset, periodMs, clock.monotonic()));
  }

  private conclude(durations: ReadonlyMap<PollGroup, number>, failed: ReadonlySet<PollGroup>): void {
    this.results.clear();
    for (const [group, durationSeconds] of durations)
      this.results.set(group, { success: !failed.has(group), durationSeconds });
    this.listener.finished();
  }

  private due(): PollEndpoint[] {
    const isConsoleDue = this.dependencies.clock.monotonic() >= this.consoleAskedAgainAt;
    return POLL_ENDPOINTS.filter((endpoint) => endpoint !== 'console' || isConsoleDue);
  }

  private async poll(reader: Reader, endpoint: PollEndpoint, run: number): Promise<'read' | 'failed' | 'absent'> {
    try {
      const { status, body } = await this.read(reader, pathOf(endpoint, this.dependencies.elementIp));
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

  /** With a new token where the device no longer takes the old one: once a round, and never again once it is refused. */
  private async read(reader: Reader, path: string): Promise<RestResponse> {
    const answer = await reader.read(path, this.token);
    if (answer.status !== 401 || this.renewal !== 'possible') return answer;
    this.renewal = 'done';
    try {
      this.token = await reader.login();
    } catch (error) {
      if (error instanceof DeviceFailure && error.failure.retry === 'rarely') this.renewal = 'refused';
      throw error;
    }
    return reader.read(path, this.token);
  }

  private miss(): 'absent' {
    this.consoleAskedAgainAt = this.dependencies.clock.monotonic() + ABSENT_MS;
    return 'absent';
  }
}

function pathOf(endpoint: PollEndpoint, elementIp: string): string {
  return endpoint === 'console' ? 'console/status' : `elements/${encodeURIComponent(elementIp)}/config/${endpoint}`;
}

/** Undefined for what is not even JSON. */
function valueOf(endpoint: PollEndpoint, body: string): object | undefined {
  const document = parse(body);
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

function parse(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}
