import { constants, createGzip } from 'node:zlib';

/** Compresses on zlib's own threads, fast rather than small: a scrape is read once. */
export async function compress(pieces: readonly Buffer[]): Promise<Buffer[]> {
  const gzip = createGzip({ level: constants.Z_BEST_SPEED });
  const compressed: Buffer[] = [];
  gzip.on('data', (piece: Buffer) => compressed.push(piece));
  const done = new Promise<void>((resolve, reject) => gzip.once('end', resolve).once('error', reject));
  for (const piece of pieces) gzip.write(piece);
  gzip.end();
  await done;
  return compressed;
}
