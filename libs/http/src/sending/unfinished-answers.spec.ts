import { Logger } from '@nestjs/common';
import { AnswerLimits, UnfinishedAnswers } from './unfinished-answers';

const KiB = 1_024;

function exposition(bytes = 100 * KiB): Buffer[] {
  return [Buffer.alloc(bytes / 2), Buffer.alloc(bytes / 2)];
}

/** Quick, and so tight that a few answers reach them. */
const LIMITS: AnswerLimits = {
  port: 'metrics',
  maxBytes: 500 * KiB,
  easyBytes: 400 * KiB,
  maxOld: 2,
  oldMs: 50,
  lookMs: 10,
  stuckLooks: 3,
  idleLooks: 5,
  stalledLooks: Infinity,
  roomMs: 200,
};

describe('unfinished answers', () => {
  let answers: UnfinishedAnswers;

  beforeEach(() => void jest.spyOn(Logger.prototype, 'warn').mockImplementation());
  afterEach(() => {
    answers.onModuleDestroy();
    jest.restoreAllMocks();
  });

  function start(changes: Partial<AnswerLimits> = {}): string[] {
    answers = new UnfinishedAnswers({ ...LIMITS, ...changes });
    return [];
  }

  /** Begins an answer whose client takes nothing, unless it is told to. */
  const begin = (pieces: Buffer[], name: string, cut: string[]) => answers.begin(pieces, 60_000, () => cut.push(name));

  async function until(holds: () => boolean): Promise<void> {
    while (!holds()) await new Promise((resolve) => setTimeout(resolve, 5));
  }

  it('count what several hold once, and nothing that is sent', () => {
    const cut = start();
    const pieces = exposition();
    const [one, other] = [begin(pieces, 'one', cut), begin(pieces, 'other', cut)];
    expect(answers.held.bytes).toBe(100 * KiB);
    one.took();
    expect(answers.held.bytes).toBe(100 * KiB);
    other.took();
    expect(answers.held.bytes).toBe(50 * KiB);
    answers.end(one);
    answers.end(other);
    answers.end(other);
    expect(answers.held.bytes).toBe(0);
  });

  it('are cut where they are old, stuck and too many, the slowest first, and that is said once', async () => {
    const cut = start();
    const pieces = exposition();
    const all = ['a', 'b', 'c', 'd'].map((name) => begin(pieces, name, cut));
    for (const at of [0, 1]) all[at].took();
    await until(() => cut.length === 2);
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(cut.sort()).toEqual(['c', 'd']);
    expect(Logger.prototype.warn).toHaveBeenCalledTimes(1);
    expect(answers.held.bytes).toBe(50 * KiB);
  });

  it('are not cut while their clients go on reading, however many they are', async () => {
    const cut = start();
    const pieces = Array.from({ length: 40 }, () => Buffer.alloc(KiB));
    const all = ['a', 'b', 'c', 'd', 'e'].map((name) => begin(pieces, name, cut));
    for (let round = 0; round < pieces.length; round++) {
      for (const answer of all) answer.took();
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    expect(cut).toEqual([]);
  });

  it('make room for another as soon as they are stuck', async () => {
    const cut = start({ oldMs: 60_000 });
    for (const name of ['a', 'b', 'c', 'd', 'e']) begin(exposition(), name, cut);
    await answers.room(100 * KiB);
    expect(cut).toEqual(['a']);
  });

  it('keep others out for a moment, with a word when to come again, while they are being read', async () => {
    const cut = start();
    const pieces = Array.from({ length: 1_000 }, () => Buffer.alloc(KiB));
    const answer = begin(pieces, 'a', cut);
    const reading = setInterval(() => answer.took(), 5);
    await expect(answers.room(100 * KiB)).rejects.toMatchObject({ status: 503, retryAfterSeconds: 5 });
    clearInterval(reading);
    expect(cut).toEqual([]);
  });

  it('never keep the only one out, however big its answer is', async () => {
    start();
    await answers.room(10_000 * KiB);
  });

  it('are cut when nothing was taken for long, however few they are', async () => {
    const cut = start({ maxOld: 100, stalledLooks: 5 });
    begin(exposition(), 'a', cut);
    await until(() => cut.length === 1);
    expect(answers.held.bytes).toBe(0);
  });

  describe('that are streams', () => {
    const open = (name: string, cut: string[]) => answers.begin([], Infinity, () => cut.push(name));

    it('are left alone while everything is read, however old and many they are', async () => {
      const cut = start({ stalledLooks: 5, oldMs: 10 });
      const streams = ['a', 'b', 'c', 'd', 'e'].map((name) => open(name, cut));
      for (const stream of streams) stream.add(Buffer.alloc(KiB));
      for (const stream of streams) stream.took();
      await new Promise((resolve) => setTimeout(resolve, 150));
      expect(cut).toEqual([]);
    });

    it('are cut where they hold too much, or nothing was taken for long', async () => {
      const cut = start({ stalledLooks: 50 });
      const [greedy, modest] = [open('greedy', cut), open('modest', cut)];
      greedy.add(Buffer.alloc(450 * KiB));
      await until(() => cut.length === 1);
      expect(cut).toEqual(['greedy']);
      modest.add(Buffer.alloc(KiB));
      await until(() => cut.length === 2);
      greedy.add(Buffer.alloc(KiB));
      expect(answers.held.bytes).toBe(0);
    });

    it('make room for another answer like all others', async () => {
      const cut = start({ easyBytes: Infinity });
      open('a', cut).add(Buffer.alloc(500 * KiB));
      await answers.room(100 * KiB);
      expect(cut).toEqual(['a']);
    });
  });
});
