import { DestroyRef, Injectable, InjectionToken, inject, signal } from '@angular/core';
import { Subject, type Observable } from 'rxjs';
import { BASE_PATH } from '../base-path';
import { Batches } from './batches';
import { becomeLeader, type LeaderMessage, type TabChannel, type TabLock } from './leadership';
import type { Fetch, ServerEvent } from './server-events';
import { coalesce, streamEvent, type StreamEvent } from './stream-events';
import { StreamReader } from './stream-reader';
import { TAB_CHANNEL, type TabMessage } from './tab-channel';

export type StreamState = 'connecting' | 'live' | 'lost';

/** The browser's own `fetch` of a path such as `/api/stream`, or that of a test. */
export const STREAM_FETCH = new InjectionToken<Fetch>('fetch of event streams', {
  providedIn: 'root',
  factory: () => {
    const basePath = inject(BASE_PATH);
    return (path, init) => fetch(`${basePath}${path}`, init);
  },
});

/**
 * The browser's Web Lock of the tab that reads; absent when the page was loaded over plain HTTP. Exporters under two
 * paths of one origin have one each.
 */
export const TAB_LOCK = new InjectionToken<TabLock | undefined>('lock between tabs', {
  providedIn: 'root',
  factory: () => {
    const { locks } = navigator as Partial<Navigator>;
    return locks && { locks, name: `snp-event-stream${inject(BASE_PATH)}` };
  },
});

/** The reading tab passes on at least the heartbeats, every 15 s; after this it is considered gone. */
const LEADER_SILENT_MS = 35_000;

/**
 * The event stream of the server. One tab reads it for all tabs of this browser, since browsers allow six connections
 * to a host. Events are delivered in batches.
 */
@Injectable({ providedIn: 'root' })
export class EventStream {
  private readonly channel = inject(TAB_CHANNEL);
  private readonly lock = inject(TAB_LOCK);
  private readonly _state = signal<StreamState>('connecting');
  private readonly _lostSince = signal<number | null>(null);
  private readonly _refusal = signal('');
  private readonly _starts = signal(0);
  private readonly subject = new Subject<readonly StreamEvent[]>();
  private readonly batches = new Batches<StreamEvent>((events) => this.subject.next(coalesce(events)));
  private readonly reader = new StreamReader(inject(STREAM_FETCH), {
    received: (events, isNew) => this.broadcast({ type: 'events', events, isNew }),
    lost: (refusal) => this.broadcast({ type: 'lost', refusal }),
  });
  private isLeader = false;
  private silence?: ReturnType<typeof setTimeout>;
  private stop = new AbortController();

  /** Whether what is shown follows the server. */
  readonly state = this._state.asReadonly();
  /** Since when the stream is lost, in the page's time (`performance.now()`); null while it is there. */
  readonly lostSince = this._lostSince.asReadonly();
  /** Why the server refused the stream; empty when it did not, or cannot be reached. */
  readonly refusal = this._refusal.asReadonly();
  /** How often the stream was opened. Changes between two streams are not sent again. */
  readonly starts = this._starts.asReadonly();
  /** The events, in batches. */
  readonly events$: Observable<readonly StreamEvent[]> = this.subject;

  /** Starts reading, or following the tab that reads. */
  start(): void {
    this.stop = new AbortController();
    const { signal } = this.stop;
    const unsubscribe = this.channel.listen((message) => this.onMessage(message));
    signal.addEventListener('abort', unsubscribe);
    this.channel.post({ type: 'hello' });
    this.watchLeader();
    this.takePart(signal).catch(() => undefined); // Only ever "aborted".
  }

  /** Leaves the stream to another tab, before the page is unloaded. */
  end(): void {
    clearTimeout(this.silence);
    this.isLeader = false;
    this.stop.abort();
  }

  /** Reconnects now, whichever tab reads the stream. */
  retry(): void {
    this.reader.retry();
    this.channel.post({ type: 'retry' });
  }

  /** Reads the stream whenever this tab is elected, and follows the reading tab otherwise. */
  private async takePart(signal: AbortSignal): Promise<void> {
    for (let isAgain = false; !signal.aborted; isAgain = true) {
      const role = await becomeLeader(this.leaderChannel(), this.lock, signal, isAgain);
      this.isLeader = true;
      clearTimeout(this.silence);
      await this.reader.run(role);
      if (!signal.aborted) this.follow();
    }
  }

  /** Follows another tab after this one gave its role up. Events in between may be missed, hence the reset. */
  private follow(): void {
    this.isLeader = false;
    this.batches.add([{ type: 'reset' }]);
    this.watchLeader();
  }

  private onMessage(message: TabMessage): void {
    if (this.isLeader) {
      if (message.type === 'hello') this.reportState();
      else if (message.type === 'retry') this.reader.retry();
      return;
    }
    if (message.type === 'events' || message.type === 'lost') {
      this.watchLeader();
      this.apply(message);
    }
  }

  private reportState(): void {
    this.channel.post(
      this._state() === 'live'
        ? { type: 'events', events: [], isNew: false }
        : { type: 'lost', refusal: this._refusal() },
    );
  }

  private broadcast(message: Extract<TabMessage, { type: 'events' | 'lost' }>): void {
    this.channel.post(message);
    this.apply(message);
  }

  private apply(message: Extract<TabMessage, { type: 'events' | 'lost' }>): void {
    if (message.type === 'lost') return this.markLost(message.refusal);
    if (!this.isLeader) this.reader.remember(message.events);
    this._lostSince.set(null);
    this._refusal.set('');
    this._state.set('live');
    if (message.isNew) this._starts.update((starts) => starts + 1);
    this.batches.add(message.events.map(parsed).filter((event) => event !== undefined));
  }

  private markLost(refusal = ''): void {
    this._refusal.set(refusal);
    if (this._lostSince() === null) this._lostSince.set(performance.now());
    this._state.set('lost');
  }

  private watchLeader(): void {
    clearTimeout(this.silence);
    this.silence = setTimeout(() => this.markLost(), LEADER_SILENT_MS);
  }

  /** Events of the reading tab count as its heartbeat. */
  private leaderChannel(): TabChannel<LeaderMessage> {
    return {
      post: (message) => this.channel.post(message),
      listen: (listener) =>
        this.channel.listen((message) => {
          if (message.type === 'events' || message.type === 'lost') listener({ type: 'alive', tab: '' });
          else if (message.type !== 'hello' && message.type !== 'retry') listener(message);
        }),
    };
  }
}

function parsed(event: ServerEvent): StreamEvent | undefined {
  try {
    return streamEvent(event);
  } catch {
    // One malformed event must not lose the others; the next summary corrects it.
    return undefined;
  }
}

/** Listens to the event stream for as long as the caller lives. Call it where `inject` is allowed. */
export function onStreamEvents(listener: (events: readonly StreamEvent[]) => void): void {
  const subscription = inject(EventStream).events$.subscribe(listener);
  inject(DestroyRef).onDestroy(() => subscription.unsubscribe());
}
