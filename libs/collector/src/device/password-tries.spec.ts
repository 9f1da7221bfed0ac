import { ManualClock } from '../testing/manual-clock';
import { DeviceFailure } from '../failures/failure';
import { PasswordTries } from './password-tries';

const MINUTE = 60_000;
const PEER = { remoteAddress: '10.0.0.1', remotePort: 9089 };

let clock: ManualClock;
let tries: PasswordTries;

beforeEach(() => {
  clock = new ManualClock();
  tries = new PasswordTries(clock);
});

const target = (host = '10.0.0.1') => ({ restapi: `https://${host}:9089/api/auth`, username: 'admin', password: 'x' });

type Begin = Parameters<PasswordTries['begin']>;

/** What comes of a login that the device would refuse: refused by it, or why it is not even tried. */
function refuse(by: Begin[0] = target(), peer: Begin[1] = PEER): string {
  try {
    tries.begin(by, peer)('refused');
    return 'refused';
  } catch (error) {
    if (!(error instanceof DeviceFailure)) throw error;
    return `${error.failure.retry}: ${error.failure.reason}`;
  }
}

const ten = () => Array.from({ length: 10 }, () => refuse());
const SPENT = 'rarely: password not tried: the device refused 10 passwords within 10 minutes (next try in 10 minutes)';

describe('the passwords that a device refuses', () => {
  it('are ten in ten minutes, with whatever user and target they are tried', () => {
    expect(ten()).toEqual(Array(10).fill('refused'));
    expect(refuse()).toBe(SPENT);
    expect(tries.waitMs(target().restapi)).toBe(10 * MINUTE);
  });

  it('may be tried again as they become ten minutes old', () => {
    refuse();
    clock.advance(4 * MINUTE);
    for (let at = 0; at < 9; at++) refuse();
    expect(refuse()).toContain('next try in 6 minutes');
    clock.advance(6 * MINUTE);
    expect([tries.waitMs(target().restapi), refuse()]).toEqual([0, 'refused']);
    expect(refuse()).toContain('next try in 4 minutes');
  });

  it('do not become more by one that is accepted', () => {
    for (let at = 0; at < 9; at++) refuse();
    for (let at = 0; at < 20; at++) tries.begin(target(), PEER)('accepted');
    expect([refuse(), refuse()]).toEqual(['refused', SPENT]);
  });

  it('leave a session its own three', () => {
    const own = target();
    refuse(own);
    ten();
    expect([refuse(own), refuse(own), refuse(own)]).toEqual(['refused', 'refused', 'refused']);
    expect(refuse(own)).toContain('the device refused 3 passwords within 10 minutes');
    clock.advance(10 * MINUTE);
    expect(refuse(own)).toBe('refused');
  });

  it('are no more for many connections to one device', () => {
    const sessions = Array.from({ length: 100 }, () => target());
    const count = () => sessions.filter((each) => refuse(each) === 'refused').length;
    expect([count(), count(), count()]).toEqual([10, 3, 0]);
  });

  it('are those of the device, whatever name it is given', () => {
    for (let at = 0; at < 10; at++)
      refuse(target(`alias-${at}.example`), { ...PEER, remoteAddress: '::ffff:10.0.0.1' });
    expect(refuse()).toBe(SPENT);
    expect(tries.waitMs(target('alias-3.example').restapi)).toBeGreaterThan(0);
    expect(refuse(target('10.0.0.2'), { ...PEER, remoteAddress: '10.0.0.2' })).toBe('refused');
    expect(refuse(target(), { ...PEER, remotePort: 443 })).toBe('refused');
  });

  it('are no more where they are tried at once', () => {
    const ends = Array.from({ length: 10 }, () => tries.begin(target(), PEER));
    expect(refuse()).toBe('soon: other logins at the device are under way');
    ends[0]?.('failed');
    expect(refuse()).toBe('refused');
    for (const end of ends.slice(1)) end('refused');
    expect(refuse()).toBe(SPENT);
  });

  describe('keep no connection out whose own password was accepted', () => {
    const own = (password = 'x') => ({ ...target(), id: 7, password });
    beforeEach(() => {
      tries.begin(own(), PEER)('accepted');
      ten();
      expect(refuse()).toBe(SPENT);
    });

    it('when it connects again, and after an edit that leaves it', () => {
      tries.begin(own(), PEER)('failed');
      tries.begin(own(), PEER)('accepted');
      expect(refuse(own())).toBe('refused');
    });

    it('until it is refused', () => {
      refuse(own());
      expect(refuse(own())).toBe(SPENT);
    });

    it('until another one is tried, so that it cannot be guessed', () => {
      expect(refuse(own('y'))).toBe(SPENT);
      expect(refuse(own())).toBe(SPENT);
    });

    it('and nobody else who knows it, as that would tell', () => {
      expect(refuse(target())).toBe(SPENT);
      expect(refuse({ ...own(), id: 8 })).toBe(SPENT);
    });
  });

  it('are counted for a bounded number of devices', () => {
    ten();
    for (let at = 0; at < 20_000; at++) refuse(target(`h${at}`), { ...PEER, remoteAddress: `h${at}` });
    expect(tries.waitMs(target().restapi)).toBe(0);
  });
});
