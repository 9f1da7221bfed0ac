import { untilAborted } from './until-aborted';

async function* forever(log: string[]): AsyncGenerator<number> {
  try {
    for (let number = 1; ; number++) {
      if (number === 3) await new Promise(() => undefined);
      yield number;
    }
  } finally {
    log.push('ended');
  }
}

async function* broken(): AsyncGenerator<number> {
  yield 1;
  throw new Error('broken');
}

describe('items until an abort', () => {
  it('end at once, whatever the source is waiting for', async () => {
    const controller = new AbortController();
    const seen: number[] = [];
    for await (const item of untilAborted(forever([]), controller.signal)) {
      seen.push(item);
      if (item === 2) setImmediate(() => controller.abort());
    }
    expect(seen).toEqual([1, 2]);
  });

  it('are none when it has happened already', async () => {
    const seen: number[] = [];
    for await (const item of untilAborted(forever([]), AbortSignal.abort())) seen.push(item);
    expect(seen).toEqual([]);
  });

  it('tell the source to end when nobody wants more', async () => {
    const log: string[] = [];
    for await (const item of untilAborted(forever(log), new AbortController().signal)) if (item === 1) break;
    await new Promise((resolve) => setImmediate(resolve));
    expect(log).toEqual(['ended']);
  });

  it('fail as the source fails', async () => {
    const read = async () => {
      for await (const item of untilAborted(broken(), new AbortController().signal)) expect(item).toBe(1);
    };
    await expect(read()).rejects.toThrow('broken');
  });
});
