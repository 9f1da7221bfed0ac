import { addressesOf, commonHost, hostFrom, differInOrigin } from './addresses';

describe('addresses of a device', () => {
  it.each([
    ['192.168.90.23', '192.168.90.23'],
    [' snp-1.studio.example ', 'snp-1.studio.example'],
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

  it('need the password again when scheme, host or port change, not when the path does', () => {
    const before = addressesOf('device');
    expect(differInOrigin(before, { ...before, websocket: 'wss://device/other' })).toBe(false);
    expect(differInOrigin(before, { ...before, websocket: 'wss://device:444/smm' })).toBe(true);
    expect(differInOrigin(before, addressesOf('other'))).toBe(true);
  });
});
