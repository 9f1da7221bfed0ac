import fc from 'fast-check';
import { flag, hasComplaint, isOk, isWord, onOff, unlessFlag } from './flags';

describe('flag', () => {
  it.each([
    [true, 1],
    [false, 0],
    ['true', undefined],
    [1, undefined],
    [null, undefined],
    [undefined, undefined],
    ['', undefined],
  ])('reads %j as %j', (raw, expected) => expect(flag(raw)).toBe(expected));

  it('has an opposite', () => {
    expect([true, false, 'true'].map(unlessFlag)).toEqual([0, 1, undefined]);
  });
});

describe('isOk', () => {
  it.each([
    ['OK', 1],
    [' OK ', 1],
    ['Ok', 1],
    ['Fail', 0],
    ['OK?', 0],
    ['Stopped', 0],
    ['None', 0],
    [true, 1],
    [false, 0],
    ['N/A', undefined],
    ['Not Present', undefined],
    ['', undefined],
    [1, undefined],
    [{}, undefined],
  ])('reads %j as %j', (raw, expected) => expect(isOk(raw)).toBe(expected));

  it('takes every text but OK and the words for nothing for a fault', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 14, unit: 'grapheme-ascii' }), (raw) => {
        fc.pre(raw.trim().length > 13);
        expect(isOk(raw)).toBe(0);
      }),
    );
  });
});

describe('isWord', () => {
  it.each([
    ['Synchronous', 1],
    ['synchronous ', 1],
    ['Asynchronous', 0],
    ['Unknown', undefined],
    ['', undefined],
    [true, undefined],
  ])('looking for Synchronous reads %j as %j', (raw, expected) => expect(isWord('Synchronous')(raw)).toBe(expected));
});

describe('hasComplaint', () => {
  it.each([
    ['None', 0],
    ['', 0],
    [' none ', 0],
    ['No route to source', 1],
    ['a complaint that is longer than any word', 1],
    ['N/A', undefined],
    ['Unknown', undefined],
    [true, undefined],
    [false, undefined],
    [0, undefined],
    [undefined, undefined],
  ])('where None and empty are fine reads %j as %j', (raw, expected) =>
    expect(hasComplaint('None', '')(raw)).toBe(expected),
  );
});

describe('onOff', () => {
  it.each([
    ['ON', 1],
    ['OFF', 0],
    ['on', 1],
    ['AUTO', undefined],
    ['N/A', undefined],
    [true, undefined],
  ])('reads %j as %j', (raw, expected) => expect(onOff(raw)).toBe(expected));
});
