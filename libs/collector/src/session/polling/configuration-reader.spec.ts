import type { ChannelConfig, PtpConfig } from '@snp/protocol';
import type { RestResponse } from '../../device/device-client';
import type { Reader } from '../../device/device-reader';
import { DeviceFailure } from '../../failures/failure';
import { loginFailure } from '../../failures/failures';
import { ManualClock } from '../../testing/manual-clock';
import { ConfigurationReader } from './configuration-reader';
import { DeviceToken } from './device-token';
import { pollOffset } from './poll-schedule';
import { readingPace, type ReadingPace } from './reading-pace';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

const envelope = (config: object): RestResponse => ({
  status: 200,
  body: JSON.stringify({ config: JSON.stringify(config) }),
});
const called = (name: string): RestResponse => envelope({ ProgramName: { name } });
const PTP = envelope({ ptpGeneral: { ptpDomainNumber: 127 } });
const ABSENT: RestResponse = { status: 404, body: 'Not Found' };

/** Lets everything happen that the time so far brings about. */
async function settle(): Promise<void> {
  for (let turn = 0; turn < 200; turn++) await Promise.resolve();
}

/** A device whose configurations are what the test says. */
class Device {
  readonly answers: Record<string, RestResponse | Error | 'never'> = { ptp: PTP };
  channels: string[] = [];
  isNear = false;
  isOpen = true;
  readonly reads: { name: string; at: number; token: string }[] = [];
  readonly names = new Map<string, ChannelConfig | undefined>();
  ptp: PtpConfig | undefined;
  underWay = 0;
  most = 0;
  readers = 0;
  open = 0;
  logins = 0;
  login = (): string => `Bearer ${this.logins}`;
  readonly token = new DeviceToken();
  readonly subject: ConfigurationReader;

  constructor(
    private readonly clock = new ManualClock(),
    pace: ReadingPace = readingPace(clock),
    offset = 0,
  ) {
    this.token.start('Bearer session');
    this.subject = new ConfigurationReader(
      {
        ...{ clock, pace, offset, elementIp: '127.0.0.1', token: this.token },
        channels: () => this.channels,
        isPollNear: () => this.isNear,
        reader: () => this.reader(),
      },
      {
        ptp: (config) => (this.ptp = config),
        channel: (channel, config) => this.names.set(channel, config),
      },
    );
  }

  /** The channels are in use and called so. */
  call(names: Readonly<Record<string, string>>): this {
    this.channels = Object.keys(names);
    for (const [channel, name] of Object.entries(names)) this.answers[channel] = called(name);
    return this;
  }

  async pass(ms: number): Promise<void> {
    for (const end = this.clock.monotonic() + ms; ;) {
      await settle();
      const step = Math.min(this.clock.next ?? Infinity, end - this.clock.monotonic());
      this.clock.advance(step);
      if (this.clock.monotonic() >= end) return settle();
    }
  }

  get readNames(): string[] {
    return this.reads.map(({ name }) => name);
  }

  called(channel: string): string | undefined {
    return this.names.get(channel)?.programName;
  }

  private reader(): Reader {
    this.readers++;
    let isClosed = false;
    let giveUp: (reason: Error) => void = () => undefined;
    const closed = new Promise<never>((_, reject) => (giveUp = reject));
    closed.catch(() => undefined);
    return {
      open: async () => {
        if (!this.isOpen) throw new Error('closed port');
        this.open++;
        await Promise.resolve();
      },
      read: async (path, token) => {
        const name = path.replace('elements/127.0.0.1/config/', '');
        this.reads.push({ name, at: this.clock.monotonic(), token });
        this.most = Math.max(this.most, ++this.underWay);
        try {
          const answer = this.answers[name] ?? ABSENT;
          if (answer === 'never') return await closed;
          await Promise.resolve();
          if (isClosed) throw new Error('closed');
          if (answer instanceof Error) throw answer;
          return answer;
        } finally {
          this.underWay--;
        }
      },
      login: async () => {
        this.logins++;
        return this.login();
      },
      close: () => {
        if (!isClosed) this.open--;
        isClosed = true;
        giveUp(new Error('closed'));
      },
    };
  }
}

describe('the configurations of a device', () => {
  it('are read after its first polls, one after the other over one connection, with the session’s token', async () => {
    const device = new Device().call({ 'A-HD-1': 'CAM 1', 'A-UHD-1': 'WALL' });
    await device.pass(HOUR);
    expect(device.reads).toEqual([]);
    device.subject.release();
    await device.pass(1_000);
    expect(device.reads.map(({ name, token }) => `${name} ${token}`)).toEqual(
      ['ptp', 'A-HD-1', 'A-UHD-1'].map((name) => `${name} Bearer session`),
    );
    expect([device.ptp, device.called('A-HD-1'), device.called('A-UHD-1')]).toEqual([{ domain: 127 }, 'CAM 1', 'WALL']);
    expect([device.most, device.readers, device.open]).toEqual([1, 1, 0]);
  });

  it('are read again within an hour, and then hourly', async () => {
    const device = new Device(undefined, undefined, 0.5).call({ 'A-HD-1': 'CAM 1' });
    device.subject.release();
    await device.pass(MINUTE);
    device.call({ 'A-HD-1': 'CAM 2' });
    await device.pass(HOUR);
    expect([device.reads.length, device.called('A-HD-1')]).toEqual([4, 'CAM 2']);
    await device.pass(5 * HOUR);
    const rounds = device.reads.filter(({ name }) => name === 'ptp').map(({ at }) => at);
    expect(rounds).toHaveLength(7);
    rounds.slice(2).forEach((at, each) => expect(at - (rounds[each + 1] ?? NaN)).toBe(HOUR));
  });

  it('are read at once when the device is used in another way', async () => {
    const device = new Device().call({ 'A-HD-1': 'CAM 1' });
    device.subject.release();
    await device.pass(10 * MINUTE);
    device.call({ 'A-HD-1': 'CAM 9' });
    device.subject.readAll();
    await device.pass(1_000);
    expect([device.readNames, device.called('A-HD-1')]).toEqual([['ptp', 'A-HD-1', 'ptp', 'A-HD-1'], 'CAM 9']);
  });

  it('are read of a channel that comes into use, and forgotten of one that goes out of it', async () => {
    const device = new Device().call({ 'A-HD-1': 'CAM 1' });
    device.subject.release();
    await device.pass(MINUTE);
    device.call({ 'A-HD-2': 'CAM 2' });
    device.subject.refresh();
    await device.pass(1_000);
    expect(device.readNames).toEqual(['ptp', 'A-HD-1', 'A-HD-2']);
    expect([device.called('A-HD-1'), device.called('A-HD-2')]).toEqual([undefined, 'CAM 2']);
  });

  it('are asked for again after an hour where the device has none, and drop the name that it had', async () => {
    const device = new Device().call({ 'A-HD-1': 'CAM 1' });
    device.subject.release();
    await device.pass(MINUTE);
    device.answers['A-HD-1'] = ABSENT;
    device.answers['ptp'] = ABSENT;
    await device.pass(HOUR);
    expect([device.called('A-HD-1'), device.ptp, device.reads.length]).toEqual([undefined, undefined, 4]);
    await device.pass(50 * MINUTE);
    expect(device.reads).toHaveLength(4);
    device.call({ 'A-HD-1': 'CAM 1' });
    await device.pass(10 * MINUTE);
    expect([device.called('A-HD-1'), device.reads.length]).toEqual(['CAM 1', 6]);
  });

  it.each<[string, RestResponse | Error]>([
    ['an error', { status: 500, body: '' }],
    ['a page', { status: 200, body: '<html>' }],
    ['nothing', { status: 200, body: '' }],
    ['no configuration', { status: 200, body: '{}' }],
    ['a refusal', { status: 401, body: '' }],
    ['a broken connection', new Error('reset')],
  ])(
    'keep the name that was read when the answer is %s, and are tried again ever more rarely',
    async (_what, answer) => {
      const device = new Device().call({ 'A-HD-1': 'CAM 1', 'A-HD-2': 'CAM 2' });
      device.subject.release();
      await device.pass(MINUTE);
      device.answers['A-HD-1'] = answer;
      device.answers['A-HD-2'] = called('CAM 22');
      device.subject.readAll();
      await device.pass(5 * MINUTE);
      expect([device.called('A-HD-1'), device.called('A-HD-2')]).toEqual(['CAM 1', 'CAM 22']);
      const soon = device.readNames.filter((name) => name === 'A-HD-1').length;
      expect(soon).toBeGreaterThanOrEqual(4);
      await device.pass(40 * MINUTE);
      expect(device.readNames.filter((name) => name === 'A-HD-1').length - soon).toBeLessThanOrEqual(8);
      device.answers['A-HD-1'] = called('CAM 11');
      await device.pass(2 * HOUR);
      expect(device.called('A-HD-1')).toBe('CAM 11');
    },
  );

  it('wait while the REST port is closed, without a request', async () => {
    const device = new Device().call({ 'A-HD-1': 'CAM 1' });
    device.isOpen = false;
    device.subject.release();
    await device.pass(30 * MINUTE);
    expect([device.reads, device.readers]).toEqual([[], 5]);
    device.isOpen = true;
    await device.pass(HOUR);
    expect(device.called('A-HD-1')).toBe('CAM 1');
  });

  it('are read over another connection where the device has closed the one that was kept', async () => {
    const device = new Device().call({ 'A-HD-1': 'CAM 1' });
    let isClosed = false;
    Object.defineProperty(device.answers, 'A-HD-1', {
      get: () => (isClosed ? called('CAM 1') : ((isClosed = true), new Error('reset'))),
    });
    device.subject.release();
    await device.pass(1_000);
    expect([device.called('A-HD-1'), device.readers]).toEqual(['CAM 1', 2]);
  });

  it('get a new token once, and never again with a password that is refused', async () => {
    const device = new Device().call({ 'A-HD-1': 'CAM 1' });
    device.answers['ptp'] = device.answers['A-HD-1'] = { status: 401, body: '' };
    device.subject.release();
    await device.pass(10 * MINUTE);
    expect(device.logins).toBe(1);
    device.login = () => {
      throw new DeviceFailure(loginFailure(401, ''));
    };
    for (let round = 0; round < 10; round++) {
      device.token.allowRenewal();
      await device.pass(HOUR);
    }
    expect(device.logins).toBe(2);
  });

  it('give way to polls: what is under way is given up, and read afterwards', async () => {
    const device = new Device().call({ 'A-HD-1': 'CAM 1' });
    device.answers['ptp'] = 'never';
    device.subject.release();
    await device.pass(1_000);
    expect([device.underWay, device.open]).toEqual([1, 1]);
    device.subject.hold();
    await device.pass(1_000);
    expect([device.underWay, device.open, device.reads.length]).toEqual([0, 0, 1]);
    device.answers['ptp'] = PTP;
    device.subject.release();
    await device.pass(1_000);
    expect([device.readNames, device.ptp]).toEqual([['ptp', 'A-HD-1', 'ptp'], { domain: 127 }]);
  });

  it('are all read between polls that come sooner than the answer to one of them', async () => {
    const device = new Device().call({ 'A-HD-1': 'CAM 1', 'A-HD-2': 'CAM 2', 'A-HD-3': 'CAM 3' });
    device.answers['ptp'] = device.answers['A-HD-2'] = 'never';
    for (let round = 0; round < 3; round++) {
      device.subject.release();
      await device.pass(5_000);
      device.subject.hold();
    }
    expect([device.called('A-HD-1'), device.called('A-HD-3')]).toEqual(['CAM 1', 'CAM 3']);
  });

  it('do not begin when polls are near', async () => {
    const device = new Device();
    device.isNear = true;
    device.subject.release();
    await device.pass(MINUTE);
    expect(device.reads).toEqual([]);
    device.isNear = false;
    device.subject.hold();
    device.subject.release();
    await device.pass(1_000);
    expect(device.readNames).toEqual(['ptp']);
  });

  it('are over when the session is, also in the middle of one, and begin anew with the next', async () => {
    const clock = new ManualClock();
    const device = new Device(clock).call({ 'A-HD-1': 'CAM 1' });
    device.answers['ptp'] = 'never';
    device.subject.release();
    await device.pass(1_000);
    device.subject.stop();
    await device.pass(3 * HOUR);
    expect([device.reads.length, device.open, clock.pending, device.ptp]).toEqual([1, 0, 0, undefined]);
    device.answers['ptp'] = PTP;
    device.subject.release();
    await device.pass(1_000);
    expect(device.readNames).toEqual(['ptp', 'ptp', 'A-HD-1']);
  });
});

describe('the configurations of a fleet', () => {
  it('are read at fifty requests a second, one by one from each device, twelve in its turn', async () => {
    const clock = new ManualClock();
    const pace = readingPace(clock);
    const channels = ['A', 'B'].flatMap((letter) => Array.from({ length: 9 }, (_, at) => `${letter}-HD-${at + 1}`));
    const names = Object.fromEntries(channels.map((channel) => [channel, `CAM ${channel}`]));
    const fleet = Array.from({ length: 100 }, (_, id) => new Device(clock, pace, pollOffset(id)).call(names));
    for (const { subject } of fleet) subject.release();
    const [first] = fleet as [Device];
    await first.pass(42_000);
    const reads = fleet.flatMap((device, id) => device.reads.map(({ at }) => ({ id, at }))).sort((a, b) => a.at - b.at);
    expect(reads).toHaveLength(1_900);
    const busiest = reads.map(({ at }, each) => (reads[each + 50]?.at ?? Infinity) - at);
    expect(Math.min(...busiest)).toBeGreaterThanOrEqual(1_000);
    // No device waits for all of another.
    expect(new Set(reads.slice(0, 1_200).map(({ id }) => id)).size).toBe(100);
    expect(Math.max(...fleet.map(({ most }) => most))).toBe(1);
    // A connection for each of its two turns, and none is kept.
    expect(fleet.filter(({ readers, open }) => readers !== 2 || open > 0)).toEqual([]);
    expect(fleet.every((device) => device.called('B-HD-9') === 'CAM B-HD-9')).toBe(true);
  });

  it('are read of the others at the same pace while some devices do not answer', async () => {
    const clock = new ManualClock();
    const pace = readingPace(clock);
    const fleet = Array.from({ length: 20 }, () => new Device(clock, pace).call({ 'A-HD-1': 'CAM 1' }));
    for (const device of fleet.slice(0, 10)) device.answers['ptp'] = 'never';
    for (const { subject } of fleet) subject.release();
    await (fleet as [Device])[0].pass(5_000);
    expect(fleet.map((device) => device.called('A-HD-1') === 'CAM 1')).toEqual([
      ...Array<boolean>(10).fill(false),
      ...Array<boolean>(10).fill(true),
    ]);
  });
});
