import { PassThrough, Readable } from 'node:stream';
import { receiveFile, RECEIVE_LIMITS, type ReceiveLimits } from './received-file';

const never = new AbortController().signal;
const limits = { ...RECEIVE_LIMITS, size: 8, smallSize: 4 };

async function textOf(file: Readable, some: Partial<ReceiveLimits> = {}, signal = never): Promise<[boolean, string]> {
  const { isSmall, bytes } = await receiveFile(file, signal, { ...limits, ...some });
  const chunks: Uint8Array[] = [];
  for await (const chunk of bytes) chunks.push(chunk);
  return [isSmall, Buffer.concat(chunks).toString()];
}

function pieces(...texts: string[]): Readable {
  return Readable.from(texts.map((text) => Buffer.from(text)));
}

describe('a file on its way', () => {
  it.each([
    [[], true],
    [['ab', 'cd'], true],
    [['ab', 'cd', 'e'], false],
    [['abcde', 'fgh'], false],
  ])('of %j is received as it was sent', async (texts, isSmall) => {
    expect(await textOf(pieces(...texts))).toEqual([isSmall, texts.join('')]);
  });

  it('is not read beyond the limit', async () => {
    const file = pieces('abcd', 'efgh', 'i', 'never read');
    await expect(textOf(file)).rejects.toMatchObject({ status: 413 });
    expect(file.destroyed).toBe(false);
  });

  it('is given up when it does not arrive in time, and the client can be told', async () => {
    const file = new PassThrough();
    file.write('ab');
    await expect(textOf(file, { deadlineMs: 50 })).rejects.toMatchObject({
      status: 408,
      message: 'The file did not arrive within 0.05 s. Nothing was changed.',
    });
    expect(file.destroyed).toBe(false);
  });

  it('is given up when its client goes', async () => {
    const gone = new AbortController();
    const receiving = textOf(new PassThrough(), {}, gone.signal);
    gone.abort(new Error('gone'));
    await expect(receiving).rejects.toThrow('gone');
  });

  it('is incomplete when the connection breaks', async () => {
    const file = new PassThrough();
    const receiving = textOf(file);
    file.destroy(new Error('aborted'));
    await expect(receiving).rejects.toMatchObject({ status: 400, message: 'The body is incomplete.' });
  });
});
