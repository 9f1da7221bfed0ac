import { ImportQueue } from './import-queue';

const never = new AbortController().signal;

function work(): { readonly started: jest.Mock; readonly run: () => Promise<string>; readonly end: () => void } {
  let end: () => void = () => undefined;
  const ended = new Promise<void>((resolve) => (end = resolve));
  const started = jest.fn();
  const run = async (): Promise<string> => {
    started();
    await ended;
    return 'done';
  };
  return { started, run, end: () => end() };
}

describe('imports at the same time', () => {
  it('run one after the other, in their order, also after one that fails', async () => {
    const queue = new ImportQueue();
    const [first, second] = [work(), work()];
    const failing = queue.run(never, async () => {
      await first.run();
      throw new Error('bad file');
    });
    const next = queue.run(never, second.run);
    await Promise.resolve();
    expect(second.started).not.toHaveBeenCalled();
    first.end();
    await expect(failing).rejects.toThrow('bad file');
    second.end();
    await expect(next).resolves.toBe('done');
  });

  it('do not start for a client that has gone while it waited', async () => {
    const queue = new ImportQueue();
    const [first, second] = [work(), work()];
    const gone = new AbortController();
    const running = queue.run(never, first.run);
    const waiting = queue.run(gone.signal, second.run);
    gone.abort(new Error('gone'));
    first.end();
    await running;
    await expect(waiting).rejects.toThrow('gone');
    expect(second.started).not.toHaveBeenCalled();
  });

  it('are refused for now when too many wait', async () => {
    const queue = new ImportQueue();
    const running = work();
    const all = Array.from({ length: 5 }, () => queue.run(never, running.run));
    await expect(queue.run(never, running.run)).rejects.toMatchObject({ status: 429, retryAfterSeconds: 5 });
    running.end();
    await Promise.all(all);
    await expect(queue.run(never, running.run)).resolves.toBe('done');
  });
});
