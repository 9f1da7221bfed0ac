import fc from 'fast-check';
import { compactObjects, compactTags, parseCompactObjects, parseCompactTags } from './compact';

const text = fc.string({ minLength: 1, unit: 'grapheme' });

describe('a list of objects in a cell', () => {
  it('reads as engineers write it', () => {
    expect(
      compactObjects([
        { elementIP: '127.0.0.1', objectType: 'ptp' },
        { elementIP: '127.0.0.1', objectType: 'procChannelHD', objectId: 'A-HD-1' },
        { elementIP: '10.0.0.7', objectType: 'system' },
      ]),
    ).toBe('ptp;procChannelHD:A-HD-1;system@10.0.0.7');
  });

  it.each<[string, object[]]>([
    ['', []],
    [' ptp ; ;system; ', [{ objectType: 'ptp' }, { objectType: 'system' }]],
    ['procChannelHD:A-HD-1@10.0.0.7', [{ objectType: 'procChannelHD', objectId: 'A-HD-1', elementIP: '10.0.0.7' }]],
    ['50%', [{ objectType: '50%' }]],
    ['x%FF', [{ objectType: 'x%FF' }]],
  ])('%j is taken as people type it', (cell, objects) => {
    expect(parseCompactObjects(cell)).toEqual(objects);
  });

  it('comes back as it was, whatever is in it', () => {
    const object = fc.record({ elementIP: text, objectType: text, objectId: text });
    fc.assert(
      fc.property(fc.array(object), (objects) => {
        const read = parseCompactObjects(compactObjects(objects));
        expect(read.map((part) => ({ elementIP: '127.0.0.1', ...part }))).toEqual(objects);
      }),
    );
  });
});

it('tags in a cell come back as they were', () => {
  expect(compactTags({ site: 'london', room: 'mcr 1' })).toBe('site=london;room=mcr%201');
  fc.assert(
    fc.property(fc.dictionary(fc.stringMatching(/^[a-z_]{1,9}$/), text), (tags) => {
      expect(parseCompactTags(compactTags(tags))).toEqual({ ...tags });
    }),
  );
});
