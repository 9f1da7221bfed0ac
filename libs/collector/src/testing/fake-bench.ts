import { Decoder } from '@snp/catalogue';
import type { Connection } from '@snp/connections';
import { SeriesStore } from '@snp/exposition';
import { sessionDependencies } from '../collector.module';
import { SnpSession } from '../session/session';
import type { SessionDependencies } from '../session/session-dependencies';
import { SessionEvents, type SessionEvent } from '../session/session-events';
import { connectionTo, OPTIONS } from './bench';
import { fakeLinks, type FakeLink, type OnAsked } from './fake-link';
import { FakeReader, type Rest } from './fake-reader';
import { ManualClock } from './manual-clock';

const decoder = new Decoder(OPTIONS.catalogue);
/** One for all, since it takes longer to make than most tests: whoever uses it stops their session. */
const store = new SeriesStore(decoder.families, { maxSeriesPerTarget: 20_000 });

/** A session on a manual clock, over links that do what the test says. */
export class FakeBench {
  readonly clock = new ManualClock();
  readonly events: SessionEvent[] = [];
  readonly store = store;
  readonly dependencies: SessionDependencies;
  readonly session: SnpSession;
  readonly links: FakeLink[];
  readonly readers: FakeReader[] = [];
  /** What the device's REST service does when it is polled. */
  rest: Rest = 'good';
  /** What it answers, by the end of the path; otherwise an empty object. */
  readonly answers = new Map<string, () => object>();

  constructor(facts: Partial<Connection> = {}, onAsked?: OnAsked) {
    const { links, link } = fakeLinks(true, onAsked);
    this.links = links;
    const events = new SessionEvents();
    events.events$.subscribe((event) => this.events.push(event));
    const { clock } = this;
    const reader = () => {
      const made = new FakeReader(
        () => this.rest,
        (path) => this.bodyOf(path),
      );
      this.readers.push(made);
      return made;
    };
    const real = sessionDependencies(OPTIONS, decoder, this.store, events, clock);
    this.dependencies = { ...real, link, reader, random: () => 0.5 };
    this.session = new SnpSession(connectionTo(DEVICE, facts), this.dependencies);
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

  private bodyOf(path: string): string {
    const [, answer] = [...this.answers].find(([end]) => path.endsWith(end)) ?? [];
    return JSON.stringify(answer?.() ?? {});
  }

  /** The value of the one series of that name; undefined when there is none. */
  value(name: string): number | undefined {
    const found = [...(this.store.target(DEVICE.name)?.list(name) ?? [])];
    return found.find(({ family }) => family.name === name)?.value;
  }
}

const DEVICE = { name: 'SNP', restapi: 'https://10.0.0.1:9089/api/', websocket: 'wss://10.0.0.1/smm' };
