import { AllowedHosts, hostPatternOf } from './allowed-hosts';

const hosts = new AllowedHosts(['snp.example.org', '*.plant.example', 'München.example:8443'], 'MCR-1.studio.example');

it.each([
  '127.0.0.1',
  '192.168.90.23:8080',
  '127.0.0.1.',
  '0x7f.1',
  '2130706433:8080',
  '[::1]',
  '[FE80::1]:8080',
  '[fe80::1%eth0]:8080',
  '[::ffff:10.0.0.1]',
  'localhost',
  'LocalHost.:8080',
  'dashboard.localhost:8080',
  'mcr-1.studio.example:8080',
  'MCR-1',
  'mcr-1.:8080',
  'snp.example.org',
  'SNP.Example.ORG.:443',
  'a.plant.example',
  'a.b.plant.example:8080',
  'xn--mnchen-3ya.example',
])('answers to %s', (host) => expect(hosts.allows(host)).toBe(true));

it.each([
  '',
  'rebind.test',
  'rebind.test:8080',
  '127.0.0.1.rebind.test',
  '127.0.0.1.nip.io:8080',
  'localhost.rebind.test',
  'localhost-rebind.test',
  'notlocalhost',
  'mcr-1.rebind.test',
  'studio.example',
  'snp.example.org.rebind.test',
  'evil-snp.example.org',
  'plant.example',
  'evilplant.example',
  'rebind.test@127.0.0.1',
  '127.0.0.1@rebind.test',
  '127.0.0.1:80:80',
  '127.0.0.1:port',
  '127.0.0.1/rebind.test',
  '127.0.0.1#rebind.test',
  '127.0.0.1 rebind.test',
  '127.0.0.1,rebind.test',
  '%6cocalhost',
  '[::1',
  '::1',
  '[rebind.test]',
])('does not answer to %j', (host) => expect(hosts.allows(host)).toBe(false));

it('lists for people what it answers to', () => {
  expect(String(new AllowedHosts(['*.Example.org', '0.0.0.0', 'localhost'], 'MCR-1'))).toBe(
    'IP addresses, localhost, mcr-1, *.example.org',
  );
});

it.each([
  ['SNP.example.org', 'snp.example.org'],
  ['snp.example.org:8443', 'snp.example.org'],
  ['*.example.org', '*.example.org'],
  ['*', undefined],
  ['*.', undefined],
  ['snp.*.org', undefined],
  ['https://snp.example.org', undefined],
  ['snp example', undefined],
])('reads the entry %j as %j', (entry, pattern) => expect(hostPatternOf(entry)).toBe(pattern));
