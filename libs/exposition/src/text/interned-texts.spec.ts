import { InternedTexts } from './interned-texts';

describe('InternedTexts', () => {
  it('gives every text back as it is, however many there are', () => {
    const texts = new InternedTexts(3);
    for (let i = 0; i < 20; i++) {
      for (const text of ['often', `once ${i}`, 'ümläut 🎥', '']) expect(texts.of(text)).toBe(text);
    }
  });
});
