import { fitTiles, plainTiles } from './tile-size';

describe('fitTiles', () => {
  it('shows few devices large', () => {
    expect(fitTiles(8, { width: 1300, height: 780 }, false)).toEqual(plainTiles('L'));
  });

  it('keeps its size where a filter leaves none', () => {
    expect(fitTiles(0, { width: 1300, height: 780 }, false)).toEqual(plainTiles('L'));
  });

  it('shows a hundred devices with their figures on a full-HD screen without scrolling', () => {
    expect(fitTiles(100, { width: 1804, height: 940 }, false)).toEqual(plainTiles('M'));
  });

  it('fills a wall: every tile is seen, as large as it can be', () => {
    const fit = fitTiles(100, { width: 1888, height: 1016 }, true);
    expect(fit.size).toBe('M');
    expect(fit.scale).toBeGreaterThan(1);
    expect(fit.isRoomy).toBe(true);
    const columns = Math.floor((1888 + 8) / (fit.width + 8));
    expect(Math.ceil(100 / columns) * (fit.height + 8)).toBeLessThanOrEqual(1016 + 8);
  });

  it('does not blow up a few tiles beyond measure', () => {
    expect(fitTiles(1, { width: 1888, height: 1016 }, true)).toMatchObject({ size: 'L', scale: 1.8 });
  });

  it('shows one column on a narrow screen, however many devices there are', () => {
    expect(fitTiles(8, { width: 336, height: 600 }, false)).toEqual({ ...plainTiles('M'), width: 336 });
    expect(fitTiles(100, { width: 336, height: 600 }, false)).toEqual({ ...plainTiles('S'), width: 336 });
  });

  it('shows small tiles where not all can be seen', () => {
    expect(fitTiles(500, { width: 1300, height: 780 }, false)).toEqual(plainTiles('S'));
    expect(fitTiles(500, { width: 1300, height: 780 }, true)).toEqual(plainTiles('S'));
  });
});
