/** The sizes of tiles; smaller ones show less. */
export type TileSize = 'S' | 'M' | 'L';

export const TILE_SIZES: readonly TileSize[] = ['S', 'M', 'L'];

/** Gap between tiles, px. */
const TILE_GAP = 8;

/** Minimum width, and height, of each size, px. */
const ROOM: Readonly<Record<TileSize, { width: number; height: number }>> = {
  L: { width: 248, height: 112 },
  M: { width: 168, height: 76 },
  S: { width: 148, height: 54 },
};

/** From this height, unscaled px, a reason has two lines. */
const ROOMY = 84;

/** A screen narrower than this, px, shows one column. */
const NARROW = 480;

/** With more devices a narrow screen shows smaller tiles. */
const MANY = 20;

/** Maximum scale in kiosk mode. */
const MOST_SCALE = 1.8;

/** Maximum stretch of the height in kiosk mode. */
const MOST_STRETCH = 1.35;

export interface TileFit {
  readonly size: TileSize;
  /** Scale of the text. */
  readonly scale: number;
  /** Minimum width, px. */
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

/** The unscaled tiles of one size. */
export function plainTiles(size: TileSize): TileFit {
  return { size, scale: 1, ...ROOM[size], isRoomy: ROOM[size].height >= ROOMY };
}

/** The largest tiles that all fit without scrolling; the smallest when none do. */
export function fitTiles(count: number, area: Area, isWall: boolean): TileFit {
  if (count === 0) return plainTiles('L');
  if (area.width > 0 && area.width < NARROW) return { ...plainTiles(count > MANY ? 'S' : 'M'), width: area.width };
  for (const size of ['L', 'M', 'S'] as const) {
    const best = bestFit(size, count, area);
    if (best && best.scale >= 1) return isWall ? best : plainTiles(size);
  }
  return plainTiles('S');
}

/** The number of columns with the largest tiles of a size. */
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
