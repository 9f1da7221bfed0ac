import fc from 'fast-check';
import {
  parseChannelConfig,
  parseConsoleStatus,
  parseProcessorConfig,
  parsePtpConfig,
  parseSystemConfig,
} from './config';

const envelope = (config: unknown) => ({ name: 'x', config: JSON.stringify(config) });

describe('the configuration of a processor', () => {
  it('is read out of the JSON string in its envelope', () => {
    const general = { personality: 'Master Control Lite', forceMAB: true, audioPacketTime: 0.125 };
    expect(parseProcessorConfig(envelope({ general, sections: [] }))).toEqual({
      personality: 'Master Control Lite',
      forceMab: true,
      audioPacketTime: 0.125,
    });
  });

  it.each([
    [{ personality: [], forceMAB: 'true', audioPacketTime: [] }, {}],
    [
      { personality: 'N/A', forceMAB: false, audioPacketTime: '1 ms' },
      { personality: 'N/A', forceMab: false, audioPacketTime: 1, audioPacketTimeSeconds: 0.001 },
    ],
    [{ audioPacketTime: '4' }, { audioPacketTime: 4, audioPacketTimeSeconds: 0.000125 }],
    [{ audioPacketTime: 2 }, { audioPacketTime: 2, audioPacketTimeSeconds: 0.001 }],
    [{ audioPacketTime: 6 }, { audioPacketTime: 6, audioPacketTimeSeconds: 0.0005 }],
    [{ audioPacketTime: 3 }, { audioPacketTime: 3 }],
    [{ audioPacketTime: '125 us' }, { audioPacketTime: 0.125, audioPacketTimeSeconds: 0.000125 }],
    [{ audioPacketTime: 'N/A' }, {}],
    [undefined, {}],
  ])('%j says %j', (general, expected) => expect(parseProcessorConfig(envelope({ general }))).toEqual(expected));

  it('may come as text, or without the inner string', () => {
    const config = { general: { personality: 'Sync' } };
    expect(parseProcessorConfig(JSON.stringify(envelope(config)))).toEqual({ personality: 'Sync' });
    expect(parseProcessorConfig({ config })).toEqual({ personality: 'Sync' });
  });
});

describe('the sections of a processor', () => {
  it.each([
    [
      [
        { idx: 2, opMode: 'UHD', inputMode: 'IP' },
        { idx: '1', opMode: 'HD ', inputMode: 'SDI' },
      ],
      [
        { idx: 1, operationMode: 'HD', inputMode: 'SDI' },
        { idx: 2, operationMode: 'UHD', inputMode: 'IP' },
      ],
    ],
    [
      [
        { idx: 1, opMode: 'HD' },
        { idx: 1, opMode: 'UHD' },
      ],
      [{ idx: 1, operationMode: 'UHD' }],
    ],
    [[{ idx: 1, opMode: 'N/A', inputMode: [] }], [{ idx: 1 }]],
    [[{ opMode: 'HD' }, 'x', null, { idx: -1, opMode: 'HD' }], undefined],
    [{ idx: 1 }, undefined],
    [[], undefined],
    [undefined, undefined],
  ])('%j are %j', (sections, expected) =>
    expect(parseProcessorConfig(envelope({ sections })).sections).toEqual(expected),
  );
});

describe('the configuration of PTP', () => {
  const whole = {
    ptpGeneral: { ptpMode: 1, ptpLockingMode: 'PTP Only', ptpDomainNumber: 0, ptpUnicastMode: 'Disabled ' },
    ptpMaster: { ptpProfile: 'SMPTE ST 2059-2' },
  };

  it('is read', () => {
    expect(parsePtpConfig(envelope(whole))).toEqual({
      ...{ domain: 0, lockingMode: 'PTP Only', mode: 'master_slave' },
      ...{ profile: 'SMPTE ST 2059-2', unicastMode: 'Disabled' },
    });
  });

  it.each([
    [0, 'slave_only'],
    ['1', 'master_slave'],
    ['Slave Only', 'slave_only'],
    ['Master/Slave', 'master_slave'],
    [2, undefined],
    [-1, undefined],
    [0.5, undefined],
    ['N/A', undefined],
    [true, undefined],
  ])('mode %j is %j', (ptpMode, mode) =>
    expect(parsePtpConfig(envelope({ ptpGeneral: { ptpMode } }))?.mode).toBe(mode),
  );

  it.each([
    [{}, {}],
    [{ ptpGeneral: [], ptpMaster: 'x' }, {}],
    [{ ptpGeneral: { ptpDomainNumber: -1, ptpLockingMode: 'Unknown' }, ptpMaster: { ptpProfile: '' } }, {}],
    [{ ptpGeneral: { ptpDomainNumber: '127' } }, { domain: 127 }],
  ])('%j says %j', (config, expected) => expect(parsePtpConfig(envelope(config))).toEqual(expected));
});

describe('the configuration of a channel', () => {
  it.each<[unknown, unknown]>([
    [
      { ProgramName: { name: ' CAM 3 ' }, ProgramNameGwSdi: { name: 'PGM "A"' } },
      { programName: 'CAM 3', gatewayProgramName: 'PGM "A"' },
    ],
    [{ ProgramName: { name: '' }, ProgramNameGwSdi: {} }, {}],
    [{ ProgramName: { name: 'N/A' } }, {}],
    [{ ProgramName: { name: 7 } }, { programName: '7' }],
    [{ ProgramName: { name: ['CAM'] } }, {}],
    [{ ProgramName: 'CAM 3' }, {}],
    [{ ProgramName: { name: 'x'.repeat(1_000_000) } }, { programName: 'x'.repeat(128) }],
    [{ ProgramName: { name: `${'x'.repeat(127)}\u{1f3a5}` } }, { programName: 'x'.repeat(127) }],
    [{}, {}],
  ])('%j names it %j', (config, expected) => expect(parseChannelConfig(envelope(config))).toEqual(expected));
});

describe.each([
  ['PTP', parsePtpConfig],
  ['a channel', parseChannelConfig],
])('an answer that is no configuration of %s', (_, parse: (body: unknown) => object | undefined) => {
  it.each(['', '<html>', null, undefined, 5, [], {}, { config: 'x' }, { config: '[]' }])('is none: %j', (body) =>
    expect(parse(body)).toBeUndefined(),
  );

  it('never throws', () => {
    fc.assert(fc.property(fc.anything(), (body) => void parse(body)));
  });
});

describe('the configuration of a system', () => {
  it('names the link mode and the unit', () => {
    const config = { System_Control: { Net_Mode: 'Bonded LACP ' }, Global_Control: { unit_name: 'ROC-SNP-01' } };
    expect(parseSystemConfig(envelope(config))).toEqual({ netMode: 'Bonded LACP', unitName: 'ROC-SNP-01' });
  });
});

describe('the status of the console', () => {
  it('is read with its times in seconds and as text', () => {
    const data = {
      upTime: 'up 2 weeks, 1 hour, 25 minutes',
      pwrOnTime: '14 days 01 hours 26 minutes 09 sec',
      serialNum: '2118161053',
      firmwareVer: '3.2.0.35',
      firmwareDate: '2025-08-02',
      chassisType: 'SNP',
    };
    expect(parseConsoleStatus({ operation: '', data })).toEqual({
      uptimeSeconds: 1214700,
      uptime: 'up 2 weeks, 1 hour, 25 minutes',
      powerOnSeconds: 1214769,
      powerOn: '14 days 01 hours 26 minutes 09 sec',
      firmware: '3.2.0.35',
      firmwareDate: '2025-08-02',
      serial: '2118161053',
      chassis: 'SNP',
    });
  });
});

describe.each([
  ['processor', parseProcessorConfig],
  ['system', parseSystemConfig],
  ['console', parseConsoleStatus],
])('an unreadable answer of %s', (_, parse: (body: unknown) => object) => {
  it.each(['', 'not JSON', null, undefined, 5, [], {}, { config: 'x' }, { config: '[]' }, { data: [] }])(
    'says nothing: %j',
    (body) => expect(parse(body)).toEqual({}),
  );

  it('never throws', () => {
    fc.assert(fc.property(fc.anything(), (body) => void parse(body)));
  });
});
