import { once } from 'node:events';
import { constants, createGzip } from 'node:zlib';

/** What zlib is given at once: every hand-over waits for a turn of the event loop, which is long where much is going on. */
const PORTION_BYTES = 2 ** 20;
/** So many portions wait for zlib at the same time: they are copies. */
const AHEAD = 4;
const OPTIONS = {
  level: constants.Z_BEST_SPEED,
  chunkSize: PORTION_BYTES / 4,
  writableHighWaterMark: AHEAD * PORTION_BYTES,
};

/** Compresses on zlib's own threads, fast rather than small: a scrape is read once. */
export async function compress(pieces: readonly Buffer[]): Promise<Buffer[]> {
  const gzip = createGzip(OPTIONS);
  const compressed: Buffer[] = [];
  gzip.on('data', (piece: Buffer) => compressed.push(piece));
  const done = new Promise<void>((resolve, reject) => gzip.once('end', resolve).once('error', reject));
  for (const portion of portions(pieces)) {
    if (!gzip.write(portion)) await Promise.race([once(gzip, 'drain'), done]);
  }
  gzip.end();
  await done;
  return compressed;
}

/** The same bytes in fewer, larger pieces. */
function* portions(pieces: readonly Buffer[]): Generator<Buffer> {
  let from = 0;
  for (let to = 0, bytes = 0; to < pieces.length; to++) {
    bytes += pieces[to].length;
    if (bytes < PORTION_BYTES && to < pieces.length - 1) continue;
    yield Buffer.concat(pieces.slice(from, to + 1));
    from = to + 1;
    bytes = 0;
  }
}
