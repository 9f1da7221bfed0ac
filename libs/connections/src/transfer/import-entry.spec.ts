import { importEntry } from './import-entry';

const cells = { name: 'A', username: 'admin', password: 'p', objects: 'ptp' };
const entryOf = (different: object) => importEntry({ value: { ...cells, ...different }, isTextual: true }, 1);

describe('a host in a table', () => {
  it.each([
    ['192.168.90.23', '192.168.90.23'],
    ['SNP-1.studio.example', 'snp-1.studio.example'],
    ['fd00::1', '[fd00::1]'],
    ['[fd00::1]', '[fd00::1]'],
    ['https://192.168.90.23/', '192.168.90.23'],
    ['\u200b192.168.90.23\u00a0', '192.168.90.23'],
  ])('%j stands for both URLs', (host, found) => {
    const urls = { restapi: `https://${found}:9089/api/auth`, websocket: `wss://${found}/smm` };
    expect(entryOf({ host }).wanted).toMatchObject(urls);
    expect(entryOf({ address: host }).wanted).toMatchObject(urls);
  });

  it('stands back where a URL is given', () => {
    const [restapi, websocket] = ['https://10.0.0.1:9090/auth', 'wss://10.0.0.2/smm'];
    expect(entryOf({ host: 'snp', restapi }).wanted).toMatchObject({ restapi, websocket: 'wss://snp/smm' });
    expect(entryOf({ host: 'snp', websocket }).wanted).toMatchObject({
      restapi: 'https://snp:9089/api/auth',
      websocket,
    });
    expect(entryOf({ host: 'no host', restapi, websocket }).wanted).toMatchObject({ restapi, websocket });
  });

  it.each([
    'two words',
    'admin@host',
    'host:9089',
    'https://host:9089/api/auth',
    '192.168.010.023',
    '3232258583',
    '10.0.0',
    '1.2.3.999',
    '#N/A',
    'fe80::1%eth0',
    '10.0.0.1;',
    '10,0,0,1',
    '*',
    '-',
    'a..b',
    'x'.repeat(64),
    'x.'.repeat(128),
  ])('%j is none', (host) => {
    expect(entryOf({ host })).toMatchObject({
      wanted: undefined,
      problems: [{ pointer: '/host', message: expect.stringContaining('must be a host name or an IP address') }],
    });
  });
});

describe('the objects of a table', () => {
  it.each(['standard', 'Standard', 'MINIMAL'])('may be the template %s', (objects) => {
    expect(entryOf({ host: 'snp', objects }).wanted?.objects?.length).toBe(objects === 'MINIMAL' ? 2 : 12);
  });

  it('may be a list in JSON', () => {
    const objects = '[{"objectType":"ptp","elementIP":"10.0.0.1"}]';
    expect(entryOf({ host: 'snp', objects }).wanted?.objects).toEqual([{ elementIP: '10.0.0.1', objectType: 'ptp' }]);
  });

  it.each(['[]', '[1]', '{"a":1}', '[{'])('are refused where they are the list %s', (objects) => {
    const { problems } = entryOf({ host: 'snp', objects });
    expect(problems.map(({ pointer }) => pointer)).toEqual([expect.stringMatching(/^\/objects_ids/)]);
  });
});
