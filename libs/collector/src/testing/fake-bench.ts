import { Decoder } from '@snp/catalogue';
import type { Connection } from '@snp/connections';
import { SeriesStore } from '@snp/exposition';
import { surroundings } from '../collector.module';
import { SnpSession } from '../session/session';
import { SessionEvents, type SessionEvent } from '../session/session-events';
import type { SessionSurroundings } from '../session/session-surroundings';
import { connectionTo, OPTIONS } from './bench';
import { fakeLinks, type FakeLink } from './fake-link';
import { ManualClock } from './manual-clock';

const decoder = new Decoder(OPTIONS.catalogue);

/** A session on a manual clock, over links that do what the test says. */
export class FakeBench {
  readonly clock = new ManualClock();
  readonly events: SessionEvent[] = [];
  readonly store = new SeriesStore(decoder.families, { maxSeriesPerTarget: 20_000 });
  readonly surroundings: SessionSurroundings;
  readonly session: SnpSession;
  readonly links: FakeLink[];

  constructor(facts: Partial<Connection> = {}) {
    const { links, link } = fakeLinks();
    this.links = links;
    const events = new SessionEvents();
    events.events$.subscribe((event) => this.events.push(event));
    const { clock } = this;
    const reader = () => ({
      open: () => Promise.reject(new Error('none')),
      read: () => Promise.reject(new Error('none')),
      login: () => Promise.reject(new Error('none')),
      close: () => undefined,
    });
    const real = surroundings(OPTIONS, decoder, this.store, events);
    this.surroundings = { ...real, clock, link, reader, random: () => 0.5 };
    this.session = new SnpSession(connectionTo(DEVICE, facts), this.surroundings);
  }

  /** The link of the latest attempt. */
  get link(): FakeLink {
    const link = this.links.at(-1);
    if (link === undefined) throw new Error('There is no link');
    return link;
  }

  begin(): this {
    this.session.show();
    this.session.start();
    return this;
  }

  /** Names of the families of a target that has any, but for those about the session itself. */
  valuesOf(name: string): string[] {
    const target = this.store.target(name);
    return [...(target?.list() ?? [])].map(({ family }) => family.name).filter((family) => !ABOUT_SESSION.test(family));
  }
}

const DEVICE = { name: 'SNP', restapi: 'https://10.0.0.1:9089/api/', websocket: 'wss://10.0.0.1/smm' };

/** What stays when a device is lost. */
const ABOUT_SESSION =
  /^ic_snp_(session_|up$|api_status$|received_count_total$|last_received_duration|poll_|certificate_)/;
