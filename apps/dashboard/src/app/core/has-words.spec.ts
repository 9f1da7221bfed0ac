import { hasWords } from './has-words';

describe('looking for words', () => {
  const shown = ['MCR-SNP-02', null, 'site=London', 39];

  it.each(['', ' ', 'mcr', 'LONDON  snp', '39 mcr', '\u200bmcr\u00a0london\ufeff'])('finds %j', (text) =>
    expect(hasWords(text, shown)).toBe(true),
  );

  it.each(['paris', 'mcr paris', '02site', 'null'])('does not find %j', (text) =>
    expect(hasWords(text, shown)).toBe(false),
  );
});
