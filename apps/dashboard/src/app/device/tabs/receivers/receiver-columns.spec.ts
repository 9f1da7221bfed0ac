import type { Receiver } from '../../../core/api/models';
import { isUnprotected, protectionText } from './receiver-columns';

const receiverOf = (protection: Receiver['protection'], secondary_source: string | null = '239.2.0.1:20000') =>
  ({ protection, primary_source: '239.1.0.1:20000', secondary_source }) as Receiver;

describe('the protection of a receiver', () => {
  it.each<[Receiver['protection'], string, boolean]>([
    ['present', 'Protected', false],
    ['loopback', 'Loopback', false],
    ['primary_only', 'Primary only', true],
    ['secondary_only', 'Secondary only', true],
    ['not_present', 'Not protected', true],
    ['other', 'Other', false],
    [null, '–', false],
  ])('%s is shown as %s, not full: %s', (protection, text, isBare) => {
    expect(protectionText(receiverOf(protection))).toBe(text);
    expect(isUnprotected(receiverOf(protection))).toBe(isBare);
    expect(isUnprotected(receiverOf(protection, null))).toBe(false);
  });
});
