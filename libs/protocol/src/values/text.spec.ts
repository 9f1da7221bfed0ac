import fc from 'fast-check';
import { isPlaceholder, slug, text } from './text';

describe('text', () => {
  it.each([
    ['Arista Networks ', 'Arista Networks'],
    ['  XPK212233123    ', 'XPK212233123'],
    ['1080i/59.94', '1080i/59.94'],
    ['Unknown device', 'Unknown device'],
    ['None', 'None'],
    [2118161053, '2118161053'],
    [0, '0'],
  ])('reads %j as %j', (raw, expected) => expect(text(raw)).toBe(expected));

  it.each(['Unknown', 'Not Available', 'Not Present', 'Unsupported', 'N/A', ' N/A ', 'UNKNOWN', 'n/a', '', '   '])(
    'takes %j for nothing',
    (raw) => expect(text(raw)).toBe(''),
  );

  it.each([undefined, null, true, [], {}, NaN, Infinity])('is not there for %p', (raw) =>
    expect(text(raw)).toBeUndefined(),
  );

  it('never has white space at its ends and never is a word for nothing', () => {
    fc.assert(
      fc.property(fc.string(), (raw) => {
        const value = text(raw) ?? '';
        expect(value).toBe(value.trim());
        expect(value === '' || !isPlaceholder(value)).toBe(true);
      }),
    );
  });
});

describe('slug', () => {
  it.each([
    ['Unlocked-Free Run', 'unlocked_free_run'],
    ['Locked', 'locked'],
    ['Present (Loopback)', 'present_loopback'],
    ['Bonded Active/Backup', 'bonded_active_backup'],
    ['--', ''],
  ])('makes %j of %j', (raw, expected) => expect(slug(raw)).toBe(expected));
});
