import { endpointOf, restBase, serverName } from './addresses';

describe('the addresses of a device', () => {
  it.each([
    ['https://192.168.90.23:9089/api/auth', 'https://192.168.90.23:9089/api/'],
    ['https://device:9089/api', 'https://device:9089/api/'],
    ['https://device:9089/api/', 'https://device:9089/api/'],
    ['https://device:9089', 'https://device:9089/api/'],
    ['https://proxy/snp/7/api/auth?x=1', 'https://proxy/snp/7/api/'],
    ['https://proxy/apiary/auth', 'https://proxy/api/'],
  ])('has the REST calls of %s below %s', (url, base) => {
    expect(restBase(url)).toBe(base);
  });

  it.each([
    ['wss://device/smm', { host: 'device', port: 443, isSecure: true }],
    ['ws://10.0.0.1/smm', { host: '10.0.0.1', port: 80, isSecure: false }],
    ['https://[2001:db8::1]:9089/api', { host: '2001:db8::1', port: 9089, isSecure: true }],
  ])('dials %s at the right host and port', (url, endpoint) => {
    expect(endpointOf(url)).toEqual(endpoint);
  });

  it('asks for a certificate by name only where there is one', () => {
    expect(serverName(endpointOf('wss://snp-7.studio/smm'))).toBe('snp-7.studio');
    expect(serverName(endpointOf('wss://snp-7.studio./smm'))).toBe('snp-7.studio');
    expect(serverName(endpointOf('wss://[::1]/smm'))).toBeUndefined();
  });
});
