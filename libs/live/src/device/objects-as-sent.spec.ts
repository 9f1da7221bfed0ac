import type { KnownObject } from '@snp/collector';
import { FakeClock, START } from '../testing/fakes';
import { objectsAsSent } from './objects-as-sent';

const received = (text: string, objectId = 'ptp') => ({
  type: 'ptp',
  objectId,
  text,
  receivedAt: START,
  series: 1,
  known: true,
});

const answerOf = (type: string, objects: readonly KnownObject[]) => objectsAsSent(type, objects, new FakeClock());

const statusOf = (text: string): unknown =>
  (JSON.parse(answerOf('ptp', [received(text)])) as { objects: { status: unknown }[] }).objects[0]?.status;

describe('objects as the device sent them', () => {
  it('are passed on to the letter', () => {
    const text = '{"type":"ptp","big":12345678901234567890,"__proto__":{"x":1},"twice":1,"twice":2}';
    expect(answerOf('ptp', [received(text)])).toBe(
      `{"type":"ptp","objects":[{"object_id":"ptp","element":null,"received_at":"2026-02-03T20:10:00.000Z","status":${text}}]}`,
    );
  });

  it('are an empty list where there are none', () => {
    expect(JSON.parse(answerOf('a "quoted" type', []))).toEqual({ type: 'a "quoted" type', objects: [] });
  });

  it.each([
    ['what is not JSON', '{"type":'],
    ['what was too long to keep', ''],
    ['what nests 10,000 deep', `{"a":${'['.repeat(10_000)}${']'.repeat(10_000)}}`],
    ['what is too long to show', `{"a":"${'x'.repeat(5_000_000)}"}`],
  ])('are null for %s', (_case, text) => {
    expect(statusOf(text)).toBeNull();
  });

  it('are not taken for deep because of brackets in a text', () => {
    expect(statusOf(JSON.stringify({ text: '[{"\\'.repeat(100) }))).not.toBeNull();
  });

  it('are shown until there is no more room', () => {
    const long = JSON.stringify({ text: 'x'.repeat(3_000_000) });
    const answer = JSON.parse(answerOf('ptp', [received(long, 'a'), received(long, 'b'), received('{}', 'c')])) as {
      objects: { status: unknown }[];
    };
    expect(answer.objects.map(({ status }) => status !== null)).toEqual([true, false, true]);
  });
});
