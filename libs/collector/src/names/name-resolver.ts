import type { LookupAddress } from 'node:dns';
import { isIP } from 'node:net';
import type { Cancel, Clock } from '../common/clock';
import { Gate } from '../common/gate';
import type { NameLookup } from './dns-client';
import type { HostsFile } from './hosts-file';

/** Who asks: people who wait for an answer, sessions, and sessions whose name was not answered in time before. */
type Lane = 'people' | 'sessions' | 'suspect';

export type Answer = (error: Error | null, addresses: readonly LookupAddress[]) => void;

/** Where names are looked up. */
interface Source {
  readonly lookup: NameLookup;
  readonly gate: Gate<Lane>;
  /** Names that it is asked for and has not answered yet, whether anybody still waits or not. */
  readonly underWay: Set<string>;
}

export interface ResolverDependencies {
  readonly clock: Clock;
  readonly hosts: Pick<HostsFile, 'addressesOf'>;
  /** The system's resolver, which knows more than name servers do. */
  readonly system: NameLookup;
  /** The name servers, asked directly. */
  readonly direct: NameLookup;
}

/**
 * The system's resolver takes a thread of four for every name, for half a minute where the name server is gone, and nothing
 * can end that; the database needs those threads too.
 */
const SYSTEM_PLACES = { people: 2, sessions: 2, suspect: 1 };
/** A query costs no thread and ends by itself. */
const DIRECT_PLACES = { people: 256, sessions: 224, suspect: 64 };
/** The name servers are asked directly when the system's resolver has not answered by then, ms. */
const DIRECT_AFTER_MS = 500;
/** A connection needs its name twice or three times within seconds. */
const KEPT_MS = 5_000;
const MAX_NAMES = 10_000;

/** A name that is being looked up, for all that asked for it meanwhile. */
interface Inquiry {
  readonly askers: Set<Answer>;
  readonly cancels: Cancel[];
}

/**
 * Resolves host names for every connection of this process: each name once at a time, a few at a time, people first. Who no
 * longer waits leaves the queue. Names that are not answered take no place from others.
 */
export class NameResolver {
  private readonly inquiries = new Map<string, Inquiry>();
  private readonly known = new Map<string, { readonly addresses: readonly LookupAddress[]; readonly at: number }>();
  private readonly unanswered = new Set<string>();
  private readonly system: Source;
  private readonly direct: Source;
  private readonly clock: Clock;
  private readonly hosts: ResolverDependencies['hosts'];

  constructor({ clock, hosts, system, direct }: ResolverDependencies) {
    this.clock = clock;
    this.hosts = hosts;
    this.system = sourceOf(system, SYSTEM_PLACES);
    this.direct = sourceOf(direct, DIRECT_PLACES);
  }

  /**
   * @param answer called later, once
   * @returns ends the waiting; `answer` is then not called
   */
  resolve(host: string, asker: 'people' | 'sessions', answer: Answer): Cancel {
    const name = host.toLowerCase();
    const addresses = this.addressesAtHand(name);
    if (addresses !== undefined) return soon(() => answer(null, addresses));
    const lane = asker === 'sessions' && this.unanswered.has(name) ? 'suspect' : asker;
    const inquiry = this.inquiries.get(name) ?? this.begin(name, lane);
    // Its own, so that nobody who asks twice is answered once.
    const own: Answer = (error, found) => answer(error, found);
    inquiry.askers.add(own);
    return () => {
      if (inquiry.askers.delete(own) && inquiry.askers.size === 0) this.giveUp(name, inquiry);
    };
  }

  /** Names that are being looked up. */
  get pending(): number {
    return this.inquiries.size;
  }

  private addressesAtHand(name: string): readonly LookupAddress[] | undefined {
    const family = isIP(name);
    if (family !== 0) return [{ address: name, family }];
    const known = this.known.get(name);
    if (known !== undefined && this.clock.monotonic() - known.at < KEPT_MS) return known.addresses;
    return this.hosts.addressesOf(name);
  }

  private begin(name: string, lane: Lane): Inquiry {
    const inquiry: Inquiry = { askers: new Set(), cancels: [] };
    this.inquiries.set(name, inquiry);
    const askDirectly = (): void => void inquiry.cancels.push(this.ask(this.direct, name, lane));
    inquiry.cancels.push(this.clock.after(DIRECT_AFTER_MS, askDirectly), this.ask(this.system, name, lane));
    return inquiry;
  }

  /** @returns leaves the queue; what is under way goes on and keeps its place, as the thread or the query is there as long */
  private ask(source: Source, name: string, lane: Lane): Cancel {
    const { gate, lookup, underWay } = source;
    if (underWay.has(name)) return () => undefined;
    const leave: Cancel = gate.ask(lane, () => {
      underWay.add(name);
      lookup(name, (error, addresses) => {
        underWay.delete(name);
        leave();
        // The name servers do not know every name that the system knows.
        if (error === null || source === this.system) this.settle(name, error, addresses);
      });
    });
    return () => void (underWay.has(name) || leave());
  }

  private settle(name: string, error: Error | null, addresses: readonly LookupAddress[]): void {
    if (error === null) this.remember(name, addresses);
    const inquiry = this.inquiries.get(name);
    if (inquiry === undefined) return;
    this.end(name, inquiry);
    const askers = [...inquiry.askers];
    inquiry.askers.clear();
    for (const answer of askers) answer(error, addresses);
  }

  private giveUp(name: string, inquiry: Inquiry): void {
    this.end(name, inquiry);
    this.unanswered.add(name);
    dropOldest(this.unanswered);
  }

  private end(name: string, { cancels }: Inquiry): void {
    this.inquiries.delete(name);
    for (const cancel of cancels) cancel();
  }

  private remember(name: string, addresses: readonly LookupAddress[]): void {
    this.unanswered.delete(name);
    this.known.delete(name);
    this.known.set(name, { addresses, at: this.clock.monotonic() });
    dropOldest(this.known);
  }
}

function sourceOf(lookupName: NameLookup, places: Readonly<Record<Lane, number>>): Source {
  return { lookup: lookupName, gate: new Gate(places.people, places), underWay: new Set() };
}

function soon(act: () => void): Cancel {
  let isOver = false;
  process.nextTick(() => isOver || act());
  return () => (isOver = true);
}

function dropOldest(names: Set<string> | Map<string, unknown>): void {
  const [oldest] = names.keys();
  if (names.size > MAX_NAMES && oldest !== undefined) names.delete(oldest);
}
