import type { Request, Response } from 'express';
import { refuseCompressedBodies } from './refuse-compressed';

/** @returns the status of the refusal */
function refusal(headers: Request['headers']): unknown {
  const answers: unknown[] = [];
  refuseCompressedBodies({ headers } as Request, {} as Response, (error?: unknown) => answers.push(error));
  expect(answers).toHaveLength(1);
  return (answers[0] as { status: number } | undefined)?.status;
}

const body = { 'content-length': '9' };

describe('a body', () => {
  it.each(['gzip', 'GZIP', 'x-gzip', 'deflate', 'br', 'zstd', 'identity, gzip', 'gzip,gzip', ' br ', 'unknown'])(
    'in the encoding %p is refused',
    (encoding) => {
      expect(refusal({ ...body, 'content-encoding': encoding })).toBe(415);
      expect(refusal({ 'transfer-encoding': 'chunked', 'content-encoding': encoding })).toBe(415);
    },
  );

  it.each([undefined, '', 'identity', 'Identity', 'identity, identity'])('in the encoding %p is read', (encoding) => {
    expect(refusal({ ...body, 'content-encoding': encoding })).toBeUndefined();
  });
});

it('a request without a body is none of its business', () => {
  expect(refusal({ 'content-encoding': 'gzip' })).toBeUndefined();
  expect(refusal({ 'content-encoding': 'gzip', 'content-length': '0' })).toBeUndefined();
});
