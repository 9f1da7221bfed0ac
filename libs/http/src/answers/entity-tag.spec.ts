import { requireMatch } from './entity-tag';

const check = (ifMatch: string | undefined) => () => requireMatch('"a"', ifMatch, 'Connection 7');

it.each([undefined, '*', '"a"', '"b", "a"', 'W/"a"'])('lets a change pass with If-Match %j', (ifMatch) => {
  expect(check(ifMatch)).not.toThrow();
});

it.each(['"b"', 'a', '', '"A"'])('refuses a change with If-Match %j', (ifMatch) => {
  expect(check(ifMatch)).toThrow('Connection 7 was changed since you read it. Read it again, then repeat your change.');
});
