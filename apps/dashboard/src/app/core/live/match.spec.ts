import { summaryOf } from '../../testing/devices';
import { matchesTags, matchesText, tagsOf } from './match';

const device = summaryOf(7, { name: 'MCR-SNP-02', tags: { site: 'studio-a', url: 'a=b' } });

describe('finding devices', () => {
  it.each([
    ['mcr', true],
    ['snp 90.7', true],
    ['studio-a', true],
    ['2118161053', true],
    ['', true],
    ['mcr ob', false],
  ])('by %j: %p', (text, found) => expect(matchesText(device, text)).toBe(found));

  it.each([
    [[], true],
    [['site=studio-a'], true],
    [['site'], true],
    [['url=a=b'], true],
    [['site=studio-a', 'room'], false],
    [['site=studio-b'], false],
  ])('by the tags %j: %p', (tags, found) => expect(matchesTags(device, tags)).toBe(found));

  it('lists every tag once, in order', () => {
    expect(tagsOf([device, { tags: { site: 'studio-a', a: '1' } }])).toEqual(['a=1', 'site=studio-a', 'url=a=b']);
  });
});
