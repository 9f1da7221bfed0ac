import { isSameEndpoint, REST_SCHEMES, trimmedUrlProblem } from './device-url';

it('a URL with letters beyond ASCII is good the first time and every time', () => {
  const urls = ['https://gerät.example/api/auth', 'https://host/régie'];
  const problems = new Set<string | undefined>();
  for (let times = 0; times < 30_000; times++) {
    for (const url of urls) problems.add(trimmedUrlProblem(url, REST_SCHEMES));
  }
  expect([...problems]).toEqual([undefined]);
  expect(isSameEndpoint(urls[1] ?? '', 'HTTPS://host:443/régie')).toBe(true);
});

it('a password in a URL is not quoted, whatever else is wrong', () => {
  expect(trimmedUrlProblem('https://admin:sec\u200bret@host/', REST_SCHEMES)).not.toMatch('sec');
  expect(trimmedUrlProblem('ht\u200btps://admin:secret@host/', REST_SCHEMES)).not.toMatch('sec');
});

it.each(['*', 'a;b', 'a,b', 'a..b', '-', '.', "'a'", 'x'.repeat(64), 'x.'.repeat(128)])('%s is no host', (host) => {
  expect(trimmedUrlProblem(`https://${host}/api/auth`, REST_SCHEMES)).toMatch(/host name|complete URL/);
});

it.each(['snp', 'SNP_1.studio.example.', '10.0.0.1', '[fe80::1]', 'gerät.example', 'a--b-.example'])(
  '%s is a host',
  (host) => {
    expect(trimmedUrlProblem(`https://${host}:9089/api/auth`, REST_SCHEMES)).toBeUndefined();
  },
);
