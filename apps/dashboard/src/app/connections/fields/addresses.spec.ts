import { addressesOf, commonHost, differInEndpoint, hostFrom } from './addresses';

describe('addresses of a device', () => {
  it.each([
    ['192.168.90.23', '192.168.90.23'],
    [' snp-1.studio.example ', 'snp-1.studio.example'],
    ['\u200b192.168.90.23\u00a0', '192.168.90.23'],
    ['fd00::1', '[fd00::1]'],
    ['[fd00::1]', '[fd00::1]'],
    ['https://192.168.90.23:9089/api/auth', '192.168.90.23'],
    ['wss://192.168.90.23/smm', '192.168.90.23'],
    ['', ''],
    ['two words', ''],
    ['admin@device', ''],
  ])('are made of the host in %j', (text, host) => expect(hostFrom(text)).toBe(host));

  it('are recognised as the default URLs of a host, unless they were edited', () => {
    expect(commonHost(addressesOf('192.168.90.23'))).toBe('192.168.90.23');
    expect(commonHost({ ...addressesOf('a'), websocket: 'wss://b/smm' })).toBe('');
  });

  it('need the password again when scheme, host, port, path or query change, not when the spelling does', () => {
    const before = addressesOf('device');
    const differs = (different: object) => differInEndpoint(before, { ...before, ...different });
    expect(differs(addressesOf('other'))).toBe(true);
    expect(differs({ restapi: 'https://device:9089/other/auth' })).toBe(true);
    expect(differs({ restapi: `${before.restapi}?x` })).toBe(true);
    expect(differs({ websocket: 'wss://device:444/smm' })).toBe(true);
    expect(differs({ websocket: 'wss://device/other' })).toBe(true);
    expect(differs({ restapi: `${before.restapi}\u00a0`, websocket: 'WSS://Device:443/x/../smm' })).toBe(false);
  });
});
