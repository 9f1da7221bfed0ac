import { HttpErrorResponse } from '@angular/common/http';
import { loadable } from './loadable';

describe('loadable', () => {
  const read = jest.fn<Promise<string>, []>();
  const refused = () => Promise.reject(new HttpErrorResponse({ status: 503, error: { title: 'Database is locked' } }));
  let text: ReturnType<typeof loadable<string>>;

  beforeEach(() => {
    read.mockReset().mockResolvedValue('first');
    text = loadable(read);
  });

  it('is null until it has been read', async () => {
    expect(text.value()).toBeNull();
    const reading = text.load();
    expect(text.isLoading).toBe(true);
    expect(await reading).toBe('first');
    expect([text.value(), text.isLoading]).toEqual(['first', false]);
  });

  it('keeps the value when it cannot be read again, says why, and forgets that when it can', async () => {
    await text.load();
    read.mockImplementationOnce(refused);
    expect(await text.load()).toBeUndefined();
    expect([text.value(), text.problem()?.title, text.isLoading]).toEqual(['first', 'Database is locked', false]);
    await text.load();
    expect(text.problem()).toBeNull();
  });

  it('takes the answer to the newest call, in whatever order answers come', async () => {
    let answerOld = (_text: string): void => undefined;
    read.mockReturnValueOnce(new Promise((resolve) => (answerOld = resolve))).mockResolvedValueOnce('new');
    const old = text.load();
    await text.load();
    answerOld('old');
    expect(await old).toBeUndefined();
    expect(text.value()).toBe('new');
  });

  it('ignores what arrives after it was cleared', async () => {
    const reading = text.load();
    text.clear();
    expect(await reading).toBeUndefined();
    expect([text.value(), text.isLoading]).toEqual([null, false]);
  });

  it('changes a value only once there is one', async () => {
    text.update(() => 'changed');
    expect(text.value()).toBeNull();
    await text.load();
    text.update((value) => `${value}, changed`);
    expect(text.value()).toBe('first, changed');
  });
});
