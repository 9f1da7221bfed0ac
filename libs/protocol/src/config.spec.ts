import fc from 'fast-check';
import { parseConsoleStatus, parseProcessorConfig, parseSystemConfig } from './config';

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
