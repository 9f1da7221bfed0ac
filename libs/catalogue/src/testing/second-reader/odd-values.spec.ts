import { BothReaders } from './both-readers';
import { NO_DIFFERENCES } from './compare';
import { firmware31Device, gatewayDevice, hdDevice, uhdDevice } from './devices/kinds';
import type { Body } from './devices/audio-parts';
import { pathsOf, withValue, type Path } from './devices/paths';
import { receiver, receivers } from './devices/streams';

/** What no field should say, and what a field may say in another way than it usually does. */
const ODD_VALUES: readonly unknown[] = [
  ...['N/A', 'Unknown', 'Not Available', ' Not Present ', '', '  ', 'nonsense', 'NaN', '12 parsecs', '44,5 °C', '12'],
  ...[null, undefined, true, false, 0, 2, -3, 42.5, [], {}, ['OK'], ' OK ', ' 44.5 °C ', '1.5 ms', '__proto__'],
];

/** Ids of rows are tests of their own; a second name or a switch to another row is no odd value. */
const OTHER_TESTS = /(^|\.)(idx|keyName|name|DSP_Number)$/;

/** Rows beyond the second, groups and channels beyond the first are like these. */
const LIKE_OTHERS =
  /\.[2-9]\.|\.\d\d|Grp[234]|AudCh(\d\d|[2-9])|ANC[234]|(Power|_)[34]$|UHD[34]\.|Aes3_2|BB[234]|^Front.*\.1\./;

const KINDS: readonly (readonly [string, Body])[] = [
  ...hdDevice().statuses.map((status) => [String(status['type']), status] as const),
  ...uhdDevice().statuses.map((status) => [String(status['type']), status] as const),
  ...gatewayDevice().statuses.map((status) => [`gateway ${String(status['type'])}`, status] as const),
  ...firmware31Device().statuses.map((status) => [`3.1 ${String(status['type'])}`, status] as const),
];
const WANTED = /^(gateway procChannel.*|3.1 MasterControl|[^ ]+)$/;
const FIRST_OF_KIND = [...new Map([...KINDS].reverse()).entries()].filter(([kind]) => WANTED.test(kind));

describe('the series of statuses with odd values, read a second time', () => {
  it.each(FIRST_OF_KIND)('are those of %s', (_, status) => {
    const both = new BothReaders();
    for (const path of pathsOf(status).filter(isOwn)) {
      for (const value of ODD_VALUES) {
        both.says(withValue(status, path, value));
        const { differences } = both;
        if (Object.values(differences).some((list: readonly string[]) => list.length > 0)) {
          expect({ path: path.join('.'), value, ...differences }).toEqual({ path, value, ...NO_DIFFERENCES });
        }
      }
    }
    expect(both.says(status).expectedCount).toBeGreaterThan(-1);
  });

  function isOwn(path: Path): boolean {
    const name = path.join('.');
    return !OTHER_TESTS.test(name) && !LIKE_OTHERS.test(name);
  }
});

describe('the series of odd rows, read a second time', () => {
  const row = (idx: unknown, more: Body = {}) => ({ ...receiver('Vid', 1, more), idx });
  const says = (...list: readonly unknown[]) =>
    new BothReaders().says({ ...receivers('Vid'), ipVidRxStatus: list }).differences;

  it.each<[string, readonly unknown[]]>([
    [
      'an id that is said twice',
      [row(1), row(2), row(1, { Std: '720p/50', SwitchCount: '9', SeamlessStatus: 'Primary Only' })],
    ],
    ['an id that is said twice, once as a text', [row(1), row('1', { Std: '720p/50' })]],
    ['ids that are texts', [row('1'), row(' 2 ')]],
    ['ids that are none', [row(undefined), row(null), row('x'), row(-1), row(1.5), row({}), row(3)]],
    ['rows that are none', [null, 'row', 5, [], [row(1)], row(2)]],
    ['rows out of order', [row(3), row(1), row(2)]],
    ['no rows', []],
  ])('are those of %s', (_, list) => {
    expect(says(...list)).toEqual(NO_DIFFERENCES);
  });

  it('are those of a multiviewer whose processors have a name and no id', () => {
    const [procMv] = hdDevice().statuses.filter(({ type }) => type === 'procMV');
    const stats = (procMv['Proc_Stats'] as Body[]).map(({ idx, ...rest }) => rest);
    expect(new BothReaders().says({ ...procMv, Proc_Stats: stats }).differences).toEqual(NO_DIFFERENCES);
  });
});
