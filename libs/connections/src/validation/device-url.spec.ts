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
