import { BothReaders } from './both-readers';
import { NO_DIFFERENCES } from './compare';
import { firmware31Device, gatewayDevice, hdDevice, uhdDevice } from './devices/kinds';
import { answers, channelConfig, consoleStatus, processorConfig, ptpConfig } from './devices/answers';
import type { Body } from './devices/audio-parts';
import { pathsOf, withValue } from './devices/paths';
import { receiver, receivers } from './devices/streams';
import type { Answers } from './second-reader';

/** What no field should say, and what a field may say in another way than it usually does. */
const ODD_VALUES: readonly unknown[] = [
  ...[
    'N/A',
    'Unknown',
    ' Not Present ',
    '',
    'nonsense',
    '12 parsecs',
    '12',
    ' OK ',
    ' 44.5 °C ',
    '1.5 ms',
    '__proto__',
  ],
  ...[null, undefined, true, -3, 42.5, []],
];

/** Ids of rows are tests of their own; a second name or a switch to another row is no odd value. */
const OTHER_TESTS = /(^|\.)(idx|keyName|name|DSP_Number)$/;

/** Rows beyond the second, groups and channels beyond the first are like these. */
const LIKE_OTHERS =
  /\.[2-9]\.|\.\d\d|Grp[234]|AudCh(\d\d|[2-9])|ANC[234]|(Power|_)[34]$|UHD[34]\.|Aes3_2|^aap|^Front.*\.1\.|secRx|secTx/;

const HD = hdDevice().statuses;

/** A status of every kind, and which of its fields are not those of another one here. */
const STATUSES: readonly (readonly [string, Body, RegExp])[] = [
  ...[...new Map(HD.map((status) => [String(status['type']), status])).keys()].map(
    (type) => [type, firstOf(HD, type), /./] as const,
  ),
  ['procChannelUHD', firstOf(uhdDevice().statuses, 'procChannelUHD'), /^Audio|^FrameSync/],
  ['procChannelHD of a gateway', firstOf(gatewayDevice().statuses, 'procChannelHD'), /GwSdi/],
  ['procChannelUHD of a gateway', firstOf(gatewayDevice().statuses, 'procChannelUHD'), /Audio.*GwSdi/],
  ['MasterControl of firmware 3.1', firstOf(firmware31Device().statuses, 'MasterControl'), /mclStatus/],
];

function firstOf(statuses: readonly Body[], type: string): Body {
  return statuses.find((status) => status['type'] === type) ?? {};
}

/** Only the part that a test is about: the others would say the same each time. */
function onlyWith(status: Body, part: string): Body {
  const { type, object_ID, active } = status;
  return { type, object_ID, active, [part]: status[part] };
}

describe('the series of statuses with odd values, read a second time', () => {
  it.each(STATUSES)('are those of %s', (_, status, own) => {
    const both = new BothReaders();
    const different: object[] = [];
    for (const path of pathsOf(status)) {
      const name = path.join('.');
      if (!own.test(name) || OTHER_TESTS.test(name) || LIKE_OTHERS.test(name)) continue;
      for (const value of ODD_VALUES) {
        const { differences } = both.says(withValue(onlyWith(status, path[0]), path, value));
        if (Object.values(differences).some(({ length }) => length > 0))
          different.push({ name, value, ...differences });
      }
    }
    expect(different).toEqual([]);
  });
});

/** What a poll is answered, with a receiver of the channel that it names. */
const ANSWERS: readonly (readonly [string, object, (config: object) => Answers])[] = [
  ['a processor', processorConfig('Sync', 'HD'), (config) => ({ processors: { processorA: { ...config } } })],
  ['the system', answers().system ?? {}, (config) => ({ system: { ...config } })],
  ['PTP', ptpConfig(), (config) => ({ ptp: { ...config } })],
  ['the console', consoleStatus(), (config) => ({ console: { ...config } })],
  ['a channel', channelConfig('CAM 1'), (config) => answers({ channels: { 'A-HD-1': { ...config } } })],
];

describe('the series of answers with odd values, read a second time', () => {
  it.each(ANSWERS)('are those of the configuration of %s', (_, config, told) => {
    const different: object[] = [];
    const both = new BothReaders({ legacyTimeLabels: true });
    for (const path of pathsOf({ ...config })) {
      if (OTHER_TESTS.test(path.join('.')) && path.length > 2) continue;
      for (const value of [...ODD_VALUES, 2, '2', '0.125 ms', 'up 3 days', 'Dual Addresses ', '2 days 3 parsecs']) {
        const { differences } = both.answers(told(withValue(config, path, value))).says(receivers('Vid', {}));
        const isDifferent = Object.values(differences).some(({ length }) => length > 0);
        if (isDifferent) different.push({ name: path.join('.'), value, ...differences });
      }
    }
    expect(different).toEqual([]);
  });
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
    ['texts that are empty', [row(1, { Std: '', Colorimetry: '', TransferCharacteristics: '' })]],
    [
      'texts that are blank or words for nothing',
      [row(1, { Std: ' ', Colorimetry: 'N/A' }), row(2, { Std: 'Unknown' })],
    ],
    ['texts that are none', [row(1, { Std: null, Colorimetry: 5 }), row(2, { Std: undefined, Colorimetry: {} })]],
    ['no rows', []],
  ])('are those of %s', (_, list) => {
    expect(says(...list)).toEqual(NO_DIFFERENCES);
  });

  it.each<[string, Body]>([
    ['texts that are empty', { FWRev: '', HWRev: '', Serial: '' }],
    ['words for nothing', { FWRev: 'N/A', HWRev: 'Unknown', Serial: 'Not Present', MAC_0: 'Not Available' }],
    ['no texts', { FWRev: null, HWRev: true, Serial: {} }],
    ['nothing', {}],
  ])('are those of a chassis that says %s', (_, SNP_HW_Stats) => {
    const says = { type: 'system', object_ID: 'system', SNP_HW_Stats };
    const ptp = { type: 'ptp', object_ID: 'ptp', ptpStatus: { clockIdentity: SNP_HW_Stats['Serial'] } };
    expect(new BothReaders().says(says, ptp).differences).toEqual(NO_DIFFERENCES);
  });

  it('are those of a multiviewer whose processors have a name and no id', () => {
    const [procMv] = hdDevice().statuses.filter(({ type }) => type === 'procMV');
    const stats = (procMv['Proc_Stats'] as Body[]).map(({ idx, ...rest }) => rest);
    expect(new BothReaders().says({ ...procMv, Proc_Stats: stats }).differences).toEqual(NO_DIFFERENCES);
  });
});
