/** Tiles come in three sizes; the smaller, the less they tell. */
export type TileSize = 'S' | 'M' | 'L';

export const TILE_SIZES: readonly TileSize[] = ['S', 'M', 'L'];

/** Room between tiles, px. */
export const TILE_GAP = 8;

/** Least width and the height of each size, px. */
const ROOM: Readonly<Record<TileSize, { width: number; height: number }>> = {
  L: { width: 248, height: 112 },
  M: { width: 168, height: 76 },
  S: { width: 148, height: 54 },
};

/** From this height on, in unscaled px, a reason has two lines. */
const ROOMY = 84;

/** A screen narrower than this, px, scrolls one column, so that every reason is read in full. */
const NARROW = 480;

/** Beyond so many devices a narrow screen shows less of each. */
const MANY = 20;

/** A wall enlarges its tiles up to this. */
const MOST_SCALE = 1.8;

/** A wall stretches its tiles so much beyond what their text needs. */
const MOST_STRETCH = 1.35;

export interface TileFit {
  readonly size: TileSize;
  /** How much larger than usual the text is. */
  readonly scale: number;
  /** Least width, px. */
  readonly width: number;
  /** Height, px. */
  readonly height: number;
  /** Whether a reason may take two lines. */
  readonly isRoomy: boolean;
}

interface Area {
  readonly width: number;
  readonly height: number;
}

/** The tiles of one size, as they are where nothing is fitted. */
export function plainTiles(size: TileSize): TileFit {
  return { size, scale: 1, ...ROOM[size], isRoomy: ROOM[size].height >= ROOMY };
}

/** The largest tiles at which all of them are seen without scrolling; the smallest where they never are. */
export function fitTiles(count: number, area: Area, isWall: boolean): TileFit {
  if (count === 0) return plainTiles('L');
  if (area.width > 0 && area.width < NARROW) return { ...plainTiles(count > MANY ? 'S' : 'M'), width: area.width };
  for (const size of ['L', 'M', 'S'] as const) {
    const best = bestFit(size, count, area);
    if (best && best.scale >= 1) return isWall ? best : plainTiles(size);
  }
  return plainTiles('S');
}

/** The number of columns at which tiles of a size can be largest. */
function bestFit(size: TileSize, count: number, area: Area): TileFit | undefined {
  const room = ROOM[size];
  let best: TileFit | undefined;
  for (let columns = 1; columns <= count; columns++) {
    const width = share(area.width, columns);
    const height = share(area.height, Math.ceil(count / columns));
    const scale = Math.min(width / room.width, height / room.height, MOST_SCALE);
    if (scale <= (best?.scale ?? 0)) continue;
    const stretched = Math.min(height, room.height * scale * MOST_STRETCH);
    best = { size, scale, width: Math.floor(width), height: stretched, isRoomy: stretched / scale >= ROOMY };
  }
  return best;
}

function share(length: number, parts: number): number {
  return (length - TILE_GAP * (parts - 1)) / parts;
}
