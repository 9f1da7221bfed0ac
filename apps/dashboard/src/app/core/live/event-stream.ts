import { Injectable, InjectionToken, inject, signal } from '@angular/core';
import { Subject, type Observable } from 'rxjs';
import { Batches } from './batches';
import { becomeLeader, type LeaderMessage, type TabChannel } from './leadership';
import type { Fetch } from './read-events';
import type { ServerEvent } from './server-events';
import { coalesce, streamEvent, type StreamEvent } from './stream-events';
import { StreamReader } from './stream-reader';
import { TAB_CHANNEL, type TabMessage } from './tab-channel';

export type StreamState = 'connecting' | 'live' | 'lost';

/** The browser's own `fetch`, or a test's. */
export const STREAM_FETCH = new InjectionToken<Fetch>('fetch of the event stream', {
  providedIn: 'root',
  factory: () => (url, init) => fetch(url, init),
});

/** The browser's locks; absent where the page came over plain HTTP. */
export const TAB_LOCKS = new InjectionToken<LockManager | undefined>('locks between tabs', {
  providedIn: 'root',
  factory: () => (navigator as Partial<Navigator>).locks,
});

/** A tab that follows hears at least the heartbeats that the reading tab passes on, every 15 s. */
const LEADER_SILENT_MS = 35_000;

/**
 * The event stream of the server: read once for all tabs of this browser (browsers allow six connections to a host),
 * passed on in batches that a page can draw without stutter.
 */
@Injectable({ providedIn: 'root' })
export class EventStream {
  private readonly channel = inject(TAB_CHANNEL);
  private readonly locks = inject(TAB_LOCKS);
  private readonly _state = signal<StreamState>('connecting');
  private readonly _lostSince = signal<number | null>(null);
  private readonly _beginnings = signal(0);
  private readonly subject = new Subject<readonly StreamEvent[]>();
  private readonly batches = new Batches<StreamEvent>((events) => this.subject.next(coalesce(events)));
  private readonly reader = new StreamReader(inject(STREAM_FETCH), {
    heard: (events, isNew) => this.pass({ type: 'heard', events, isNew }),
    lost: () => this.pass({ type: 'lost' }),
  });
  private isLeader = false;
  private silence?: ReturnType<typeof setTimeout>;
  private stop = new AbortController();

  /** Whether what is shown follows the server. */
  readonly state = this._state.asReadonly();
  /** Since when the stream is lost, ms since the epoch by this computer's clock. */
  readonly lostSince = this._lostSince.asReadonly();
  /** How often the stream has begun. What a device was like between two streams nobody tells again. */
  readonly beginnings = this._beginnings.asReadonly();
  /** What happened, in batches. */
  readonly events$: Observable<readonly StreamEvent[]> = this.subject;

  /** Begins to read, or to follow the tab that reads. */
  start(): void {
    this.stop = new AbortController();
    const { signal } = this.stop;
    const deaf = this.channel.listen((message) => this.onMessage(message));
    signal.addEventListener('abort', deaf);
    this.channel.post({ type: 'hello' });
    this.watchLeader();
    becomeLeader(this.leaderChannel(), this.locks, signal)
      .then(() => this.lead(signal))
      .catch(() => undefined); // Only ever "aborted".
  }

  /** Hands the stream to another tab: the page is about to be put away. */
  end(): void {
    clearTimeout(this.silence);
    this.isLeader = false;
    this.stop.abort();
  }

  /** Does not wait for the next attempt, whichever tab makes it. */
  retry(): void {
    this.reader.retry();
    this.channel.post({ type: 'retry' });
  }

  private lead(signal: AbortSignal): Promise<void> {
    this.isLeader = true;
    clearTimeout(this.silence);
    return this.reader.run(signal);
  }

  private onMessage(message: TabMessage): void {
    if (this.isLeader) {
      if (message.type === 'hello') this.answer();
      else if (message.type === 'retry') this.reader.retry();
      return;
    }
    if (message.type === 'heard' || message.type === 'lost') {
      this.watchLeader();
      this.take(message);
    }
  }

  private answer(): void {
    this.channel.post(this._state() === 'live' ? { type: 'heard', events: [], isNew: false } : { type: 'lost' });
  }

  private pass(message: Extract<TabMessage, { type: 'heard' | 'lost' }>): void {
    this.channel.post(message);
    this.take(message);
  }

  private take(message: Extract<TabMessage, { type: 'heard' | 'lost' }>): void {
    if (message.type === 'lost') return this.markLost();
    if (!this.isLeader) this.reader.remember(message.events);
    this._lostSince.set(null);
    this._state.set('live');
    if (message.isNew) this._beginnings.update((beginnings) => beginnings + 1);
    this.batches.add(message.events.map(read).filter((event) => event !== undefined));
  }

  private markLost(): void {
    if (this._lostSince() === null) this._lostSince.set(Date.now());
    this._state.set('lost');
  }

  private watchLeader(): void {
    clearTimeout(this.silence);
    this.silence = setTimeout(() => this.markLost(), LEADER_SILENT_MS);
  }

  /** What the reading tab passes on is its sign of life. */
  private leaderChannel(): TabChannel<LeaderMessage> {
    return {
      post: (message) => this.channel.post(message),
      listen: (listener) =>
        this.channel.listen((message) => {
          if (message.type === 'heard' || message.type === 'lost') listener({ type: 'alive', tab: '' });
          else if (message.type !== 'hello' && message.type !== 'retry') listener(message);
        }),
    };
  }
}

function read(event: ServerEvent): StreamEvent | undefined {
  try {
    return streamEvent(event);
  } catch {
    // One event that cannot be read must not cost the others; the next summary mends it.
    return undefined;
  }
}
