import { expect, test } from '@playwright/test';
import { Socket } from 'node:net';

test('passes', () => undefined);
test.skip('is skipped', () => undefined);

test('throws an error with a socket', () => {
  throw Object.assign(new Error('socket'), { socket: new Socket() });
});

test('expects something else of a socket', () => expect(new Socket()).toEqual(1));

test('ends its process', () => process.exit(1));

test('passes after a crash', () => undefined);
