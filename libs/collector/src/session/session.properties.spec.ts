import fc from 'fast-check';
import { closeFailure, loginFailure, networkFailure } from '../failures/failures';
import { FakeBench } from '../testing/fake-bench';
import { allStatuses, type FakeLink } from '../testing/fake-link';

/** What must hold of a session whatever has happened to it. */
interface Model {
  isStopped: boolean;
}

const NAME = 'SNP';

class Act implements fc.AsyncCommand<Model, FakeBench> {
  constructor(
    private readonly text: string,
    private readonly act: (bench: FakeBench, model: Model) => void,
  ) {}

  check(): boolean {
    return true;
  }

  async run(model: Model, bench: FakeBench): Promise<void> {
    const told = bench.events.length;
    const wasStopped = model.isStopped;
    this.act(bench, model);
    verify(bench, model);
    await partOfAPoll();
    verify(bench, model);
    if (wasStopped) require(bench.events.length === told, 'a stopped session told something');
  }

  toString(): string {
    return this.text;
  }
}

/** What comes next finds a poll in the middle. */
async function partOfAPoll(): Promise<void> {
  for (let turn = 0; turn < 7; turn++) await Promise.resolve();
}

function verify({ session, links, readers, store, clock, ...bench }: FakeBench, model: Model): void {
  const { gate } = bench.dependencies;
  const polls = readers.filter(({ isOpen }) => isOpen).length;
  require(polls <= (session.state === 'connected' ? 1 : 0), 'a poll without a session, or two at once');
  const open = links.filter(({ isOpen }) => isOpen).length;
  require(open <= 1, 'two sockets for a connection');
  require(gate.occupied + gate.queued() <= 1, 'two places among the handshakes');
  const target = store.target(NAME);
  const values = (target?.seriesCount() ?? 0) - (target?.seriesCount('session') ?? 0);
  require(values === 0 || session.state === 'connected', 'series of a device without a session');
  require(bench.events.filter(({ kind }) => kind === 'started').length === 1, 'not started once');
  if (!model.isStopped) return require(store.target(NAME) !== undefined, 'a session that is not on the scrape');
  require(open === 0 && gate.occupied + gate.queued() === 0, 'a socket after stop');
  require(clock.pending === 0, 'a timer after stop');
  require(store.targetNames().length === 0, 'a series after stop');
}

function require(holds: boolean, otherwise: string): void {
  if (!holds) throw new Error(otherwise);
}

const FAILURES = [
  networkFailure({ code: 'ECONNREFUSED' }, 'REST address'),
  loginFailure(401, ''),
  loginFailure(200, 'text/html'),
];

const MESSAGES: readonly (object | string)[] = [
  { msgType: 'permissionsMsg' },
  { msgType: 'fmmStatus' },
  allStatuses(),
  { ...allStatuses(), msgType: 'statusState' },
  { msgType: 'allStatuses', statuses: [] },
  { msgType: 'activeAlarmStatus', activeAlarms: [{ id: 55, reason: 'Power supply A is bad' }] },
  { msgType: 'statusState', statuses: ['{"type":"ptp"', 7, null] },
  { msgType: 'news' },
  'not JSON',
];

const RESTS = ['good', 'expired', 'refusing', 'closed'] as const;

/** The link of this attempt, or one of those before, which may still have something to say. */
const whichLink = fc.oneof(
  { weight: 5, arbitrary: fc.constant(1) },
  { weight: 1, arbitrary: fc.integer({ min: 2, max: 4 }) },
);

function onLink(text: string, ago: number, act: (link: FakeLink) => void): Act {
  return new Act(`${text} (link ${-ago})`, ({ links }) => {
    const link = links.at(-ago);
    if (link !== undefined) act(link);
  });
}

const commands = [
  fc.constant(new Act('go on', ({ links }) => links.at(-1)?.succeed())),
  fc.constant(new Act('go on', ({ links }) => links.at(-1)?.succeed())),
  fc.constant(new Act('go live', ({ links }) => links.at(-1)?.deliver())),
  whichLink.map((ago) => onLink('step is done', ago, (link) => link.succeed())),
  fc
    .tuple(whichLink, fc.constantFrom(...FAILURES))
    .map(([ago, failure]) => onLink(`fails: ${failure.code}`, ago, (link) => link.listener.failed(failure))),
  fc
    .tuple(whichLink, fc.constantFrom(1000, 1006, 1008))
    .map(([ago, code]) => onLink(`closes ${code}`, ago, (link) => link.listener.closed(code, closeFailure(code, '')))),
  fc
    .tuple(fc.constantFrom(...MESSAGES))
    .map(([message]) => onLink(`says ${JSON.stringify(message)}`, 1, (link) => link.isOpen && link.say(message))),
  fc
    .oneof(
      { weight: 12, arbitrary: fc.nat(500) },
      { weight: 6, arbitrary: fc.nat(15_000) },
      // Until the first poll, and before silence would be a loss.
      { weight: 6, arbitrary: fc.constant(3_100) },
      { weight: 1, arbitrary: fc.constant(400_000) },
    )
    .map((ms) => new Act(`${ms} ms pass`, ({ clock }) => clock.advance(ms))),
  fc.constantFrom(...RESTS).map((rest) => new Act(`REST is ${rest}`, (bench) => (bench.rest = rest))),
  fc.constant(new Act('start', ({ session }) => session.start())),
  fc
    .constantFrom('a', 'b')
    .map((site) => new Act(`tag ${site}`, ({ session }) => session.relabel({ ...session.connection, tags: { site } }))),
  fc.integer({ min: 0, max: 9 }).map((chance) =>
    chance > 2
      ? new Act('nothing', () => undefined)
      : new Act('stop', ({ session }, model) => {
          model.isStopped = true;
          void session.stop('the connection was deleted');
        }),
  ),
];

/** `npm run test:series` runs the whole series. */
const RUNS = process.env['SNP_SERIES'] ? 10_000 : 2_500;

describe('a session, whatever happens', () => {
  it('never has two sockets, series or polls without a session, or anything at all after stop', async () => {
    const ever = { connected: 0, polled: 0 };
    await fc.assert(
      fc.asyncProperty(fc.commands(commands, { maxCommands: 30, size: 'max' }), async (run) => {
        const bench = new FakeBench().begin();
        await fc.asyncModelRun(() => ({ model: { isStopped: false }, real: bench }), run);
        if (bench.session.counters.connects > 0) ever.connected++;
        if (bench.events.some(({ kind }) => kind === 'poll')) ever.polled++;
        void bench.session.stop('the test is over');
        verify(bench, { isStopped: true });
        await partOfAPoll();
        verify(bench, { isStopped: true });
      }),
      { numRuns: RUNS },
    );
    // The sequences have been everywhere, or they would prove little.
    expect(ever.connected).toBeGreaterThan(RUNS / 5);
    expect(ever.polled).toBeGreaterThan(RUNS / 50);
  }, 250_000);
});
