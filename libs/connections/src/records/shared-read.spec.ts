import { SharedRead } from './shared-read';

/** A store that is read slowly, and what is in it. */
function slowStore() {
  const store = { value: 0, reads: 0, fails: false };
  const read = new SharedRead(async () => {
    store.reads++;
    const { value, fails } = store;
    await new Promise((resolve) => setImmediate(resolve));
    if (fails) throw new Error('cannot be read');
    return value;
  });
  return { store, read };
}

describe('a shared read', () => {
  it('is made once for all who ask at the same time', async () => {
    const { store, read } = slowStore();
    expect(await Promise.all(Array.from({ length: 100 }, () => read.get()))).toEqual(Array(100).fill(0));
    expect(store.reads).toBe(1);
  });

  it('sees what was stored before it was asked for, though an older one is under way', async () => {
    const { store, read } = slowStore();
    const early = read.get();
    await Promise.resolve();
    await Promise.resolve();
    store.value = 1;
    const late = [read.get(), read.get()];
    expect(await Promise.all([early, ...late])).toEqual([0, 1, 1]);
    expect(store.reads).toBe(2);
  });

  it('is made anew after one that failed', async () => {
    const { store, read } = slowStore();
    store.fails = true;
    await expect(read.get()).rejects.toThrow('cannot be read');
    store.fails = false;
    expect(await read.get()).toBe(0);
  });
});
