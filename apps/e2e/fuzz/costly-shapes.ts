import fc from 'fast-check';
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';

const MiB = 2 ** 20;
/** What fits into the first line of a request. */
const MAX_QUERY = 12_000;

/** Under the limit of a body, at it, and over it. */
const sizes = fc.constantFrom(1_000, 50_000, MiB - 100, MiB, MiB + 1);

function repeated(piece: string, size: number): string {
  return piece.repeat(Math.max(1, Math.floor(size / piece.length)));
}

function numbered(size: number, piece: (at: number) => string): string {
  const count = Math.max(1, Math.floor(size / (piece(99_999).length + 1)));
  return Array.from({ length: count }, (_, at) => piece(at)).join(',');
}

type Shape = (size: number, property: string) => string;

const JSON_SHAPES: readonly Shape[] = [
  // Deep.
  (size) => repeated('[', size),
  (size) => repeated('{"a":', size),
  (size, property) => `{"${property}":${repeated('[', size / 2)}${repeated(']', size / 2)}}`,
  // Wide.
  (size) => `{${numbered(size, (at) => `"k${at}":1`)}}`,
  (size, property) => `{"${property}":{${numbered(size, (at) => `"k${at}":"v"`)}}}`,
  (size, property) => `{"${property}":"${repeated('x', size)}"}`,
  (size, property) => `{"${property}":"a${repeated(' ', size)}b"}`,
  (size, property) => `{"${property}":"${repeated('\\u0000', size)}"}`,
  (size, property) => `{"${property}":${repeated('9', size)}}`,
  // Many.
  (size, property) => `{"${property}":[${numbered(size, () => '{}')}]}`,
  (size, property) => `{"${property}":[${numbered(size, (at) => `"${at}=x"`)}]}`,
  (size, property) => `{"${property}":[${numbered(size, (at) => String(at))}]}`,
  (size, property) => `{"connections":[${numbered(size, () => `{"${property}":[{},{},{}]}`)}]}`,
  (size) => `[${numbered(size, () => '[]')}]`,
  (size, property) => `{${numbered(size, () => `"${property}":"a"`)}}`,
  (size) => repeated(' ', size),
];

const TEXT_SHAPES: readonly Shape[] = [
  (size) => repeated('[', size),
  (size) => `- [${repeated(',', size)}]`,
  (size) => `- ${repeated('!a ', size)}x`,
  (size) => `- ${repeated('&a ', size)}x`,
  (size) => repeated('- ', size),
  (size) => repeated('? ', size),
  (size) => `- {${numbered(size, (at) => ` k${at}: 1`)}}`,
  (size) => repeated('--- \n- {name: a}\n', size),
  (size) => `name,x\na,"${repeated('x', size)}`,
  (size) => `name${repeated(',x', size / 10)}\n${repeated('a\n', size)}`,
  (size) => `name,x\n${repeated(',', size)}`,
  (size) => `name,x\n${repeated('\r', size)}`,
  (size) => repeated('\0', size),
];

const COMPRESSIONS: Readonly<Record<string, (body: string) => Uint8Array>> = {
  gzip: (body) => gzipSync(body),
  deflate: (body) => deflateSync(body),
  br: (body) => brotliCompressSync(body),
  'identity, gzip': (body) => gzipSync(body),
};

export interface CostlyBody {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Uint8Array;
}

/**
 * Bodies that are deep, wide, of many parts, or compressed.
 * @param types media types that the operation takes
 * @param properties those of its body
 */
export function costlyBody(types: readonly string[], properties: readonly string[]): fc.Arbitrary<CostlyBody> {
  const plain = fc.constantFrom(...types).chain((type) => {
    const shapes = type.includes('json') ? JSON_SHAPES : TEXT_SHAPES;
    return fc
      .record({ shape: fc.constantFrom(...shapes), size: sizes, property: fc.constantFrom('name', ...properties) })
      .map(({ shape, size, property }) => ({ headers: { 'Content-Type': type }, body: shape(size, property) }));
  });
  const compressed = fc
    .tuple(plain, fc.constantFrom(...Object.keys(COMPRESSIONS)))
    .map(([{ headers, body }, encoding]) => ({
      headers: { ...headers, 'Content-Encoding': encoding },
      body: COMPRESSIONS[encoding](body),
    }));
  return fc.oneof({ weight: 4, arbitrary: plain }, { weight: 1, arbitrary: compressed });
}

const QUERY_SHAPES: readonly ((name: string) => string)[] = [
  (name) => repeated(`${name}=a&`, MAX_QUERY),
  (name) => `${name}=${repeated('a', MAX_QUERY)}`,
  (name) => `${name}=${repeated('%20', MAX_QUERY)}`,
  (name) => `${name}=${repeated('%', MAX_QUERY)}`,
  (name) => `${name}${repeated('[a]', MAX_QUERY)}=1`,
  (name) => repeated(`${name}[]=1&`, MAX_QUERY),
  (name) => repeated(`${name}[a]=1&`, MAX_QUERY),
  () => numbered(MAX_QUERY, (at) => `p${at}=1`).replaceAll(',', '&'),
  () => repeated('&', MAX_QUERY),
  () => repeated('=', MAX_QUERY),
];

/** Queries that are long, deep, or of many parts. */
export function costlyQuery(names: readonly string[]): fc.Arbitrary<string> {
  return fc
    .tuple(fc.constantFrom(...QUERY_SHAPES), fc.constantFrom('a', ...names))
    .map(([shape, name]) => shape(encodeURIComponent(name)));
}
