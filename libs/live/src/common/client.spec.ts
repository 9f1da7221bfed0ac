import { clientOf } from './client';

describe('a client', () => {
  it.each([
    ['198.51.100.7', '198.51.100.7'],
    ['::ffff:198.51.100.7', '198.51.100.7'],
    ['::FFFF:c633:6407', '198.51.100.7'],
    ['198.51.100.7:1234', '198.51.100.7'],
    ['[::ffff:198.51.100.7]:1234', '198.51.100.7'],
    ['2001:DB8:0:0::1', '2001:db8::1'],
    ['[2001:db8::1]:443', '2001:db8::1'],
    ['fe80::1%eth0', 'fe80::1%eth0'],
    ['::1', '::1'],
    ['unknown', 'unknown'],
  ])('that is written %s is %s', (ip, client) => {
    expect(clientOf({ ip })).toBe(client);
  });

  it('may have no address', () => {
    expect(clientOf({ ip: undefined })).toBe('unknown');
  });
});
