/** Messages by which tabs agree on the one that reads the stream. */
export type LeaderMessage =
  | { readonly type: 'claim'; readonly tab: string }
  | { readonly type: 'alive'; readonly tab: string }
  | { readonly type: 'leave'; readonly tab: string };

/** Messages to and from the other tabs. A tab does not receive its own. */
export interface TabChannel<T> {
  post(message: T): void;
  listen(listener: (message: T) => void): () => void;
}

/** A lock that one tab at a time holds. */
export interface TabLock {
  readonly locks: LockManager;
  readonly name: string;
}

/** How long other tabs may contest a claim. */
const CLAIM_MS = 250;

/** A leader that is silent for this long is gone; it passes on the server's heartbeat every 15 s. */
const LEADER_LOST_MS = 20_000;

/**
 * Resolves when this tab becomes the one that reads the event stream, with a signal that ends the role. With Web Locks
 * the browser passes the role on, also from a crashed tab. Browsers offer them on HTTPS and localhost only, so there is
 * a fallback.
 * @param isAgain whether this tab has just given the role up to another one
 */
export async function becomeLeader(
  channel: TabChannel<LeaderMessage>,
  lock: TabLock | undefined,
  signal: AbortSignal,
  isAgain = false,
): Promise<AbortSignal> {
  if (!lock) return claimLeadership(channel, signal, tabName(), isAgain ? LEADER_LOST_MS : 0);
  return new Promise((resolve, reject) => {
    const held = () => {
      resolve(signal);
      return new Promise<void>((release) => signal.addEventListener('abort', () => release()));
    };
    lock.locks.request(lock.name, { signal }, held).catch(reject);
  });
}

/**
 * Leader election by messages: a tab without a leader claims the role and has it unless a leader or an earlier claim
 * answers. The lower name wins a tie. Of two leaders, of which one was too busy to answer in time, one gives the role up.
 */
export function claimLeadership(
  channel: TabChannel<LeaderMessage>,
  signal: AbortSignal,
  tab: string = tabName(),
  waitMs = 0,
): Promise<AbortSignal> {
  return new Promise((resolve) => {
    const role = new AbortController();
    let isLeader = false;
    let timer = 0;
    const claim = () => {
      timer = window.setTimeout(win, CLAIM_MS);
      channel.post({ type: 'claim', tab });
    };
    const waitFor = (milliseconds: number) => {
      window.clearTimeout(timer);
      timer = window.setTimeout(claim, milliseconds);
    };
    const win = () => {
      isLeader = true;
      channel.post({ type: 'alive', tab });
      resolve(role.signal);
    };
    const end = () => {
      window.clearTimeout(timer);
      unsubscribe();
      role.abort();
    };
    const unsubscribe = channel.listen((message) => {
      if (isLeader) {
        if (message.type === 'claim') channel.post({ type: 'alive', tab });
        else if (message.type === 'alive' && message.tab !== '' && message.tab < tab) end();
      } else if (message.type === 'leave') waitFor(0);
      else if (message.type === 'alive' || message.tab < tab) waitFor(LEADER_LOST_MS);
    });
    signal.addEventListener('abort', () => {
      if (isLeader && !role.signal.aborted) channel.post({ type: 'leave', tab });
      end();
    });
    if (waitMs > 0) waitFor(waitMs);
    else claim();
  });
}

function tabName(): string {
  return crypto.getRandomValues(new Uint32Array(2)).join('-');
}
