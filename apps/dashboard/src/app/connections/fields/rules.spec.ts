import { addressFault, lineFault, nameFault, objectCountFault, objectFault, parseTags, tagsText } from './rules';

describe('rules for a connection', () => {
  it.each(['', '   ', 'a\nb', 'a\u0000', 'x'.repeat(129)])('refuse the name %j', (name) => {
    expect(nameFault(name, new Set())).not.toBeNull();
  });

  it.each(['MCR "1" {x}\\', '😀', 'x'.repeat(128)])('take the name %j', (name) => {
    expect(nameFault(name, new Set())).toBeNull();
  });

  it('refuse a name that is taken, in another case too', () => {
    expect(nameFault('Mcr-1', new Set(['MCR-1']))).toBe('Another connection has this name');
    expect(nameFault('\u200bmcr\u00a0 1', new Set(['MCR 1']))).toBe('Another connection has this name');
  });

  it.each([
    '',
    'device',
    'ftp://device',
    'wss://device',
    'https://user:pw@device/api',
    'https://device/#x',
    'https://device:0/',
    'https://device:65536/',
    'https://de vice/',
    'https:\\\\device',
    `https://device/${'x'.repeat(2048)}`,
  ])('refuse the REST address %j', (address) => expect(addressFault(address, 'https')).not.toBeNull());

  it.each(['https://192.168.90.23:9089/api/auth', 'http://device/api/auth', 'HTTPS://[fd00::1]:9089/api/auth'])(
    'take the REST address %j',
    (address) => expect(addressFault(address, 'https')).toBeNull(),
  );

  it('take a WebSocket address only where one is wanted', () => {
    expect(addressFault('wss://device/smm', 'wss')).toBeNull();
    expect(addressFault('https://device/smm', 'wss')).not.toBeNull();
  });

  it('want a type of every object, and at least one object', () => {
    expect(objectFault({ elementIP: '', objectType: ' ' })).not.toBeNull();
    expect(objectFault({ elementIP: '127.0.0.1', objectType: 'ptp' })).toBeNull();
    expect([0, 1, 5000, 5001].map((count) => objectCountFault(count) === null)).toEqual([false, true, true, false]);
  });

  it('read tags as one types them', () => {
    expect(parseTags('site=london,  room = mcr\nurl=a=b,')).toEqual({
      tags: { site: 'london', room: 'mcr', url: 'a=b' },
    });
    expect(tagsText({ site: 'london', room: 'mcr' })).toBe('site=london, room=mcr');
  });

  it('keep commas and backslashes of a value that was not typed here', () => {
    const tags = { site: 'London, UK', share: 'C:\\media\\', last: ',' };
    expect(parseTags(tagsText(tags))).toEqual({ tags });
    expect(parseTags('share=C:\\media')).toEqual({ tags: { share: 'C:\\media' } });
  });

  it.each(['site', 'site=', '1site=x', 'my site=x', 'site=a, site=b', `site=${'x'.repeat(129)}`])(
    'refuse the tag %j',
    (text) => {
      expect(parseTags(text)).toHaveProperty('fault');
    },
  );

  it('refuse a credential that is too long', () =>
    expect(lineFault('x'.repeat(1025), 1024, 'Enter a password')).not.toBeNull());
});
