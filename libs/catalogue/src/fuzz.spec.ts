import fc from 'fast-check';
import { deviceMessages, type DeviceMessages } from './testing/device-messages';
import { BadFieldJudge, badFields } from './testing/fuzz/bad-field';
import { mutants } from './testing/fuzz/mutant';
import { FuzzSubject } from './testing/fuzz/subject';

describe('messages with something wrong in them', () => {
  let messages: DeviceMessages;

  beforeAll(async () => {
    messages = await deviceMessages();
  });

  it('are decoded and stored without a throw, and none takes its time', () => {
    const subject = new FuzzSubject();
    fc.assert(
      fc.property(mutants(messages.typical), (message) => subject.take(message)),
      { numRuns: 3000 },
    );
    expect(subject.readable).toBeGreaterThan(2000);
  });

  it('lose by a bad field what they would lose without the field, and nothing else', () => {
    const { statuses } = JSON.parse(messages.full[0]) as { statuses: string[] };
    const judge = new BadFieldJudge();
    fc.assert(
      fc.property(badFields(firstOfEachType(statuses)), (field) => expect(judge.damage(field)).toEqual([])),
      { numRuns: 1000 },
    );
  });
});

function firstOfEachType(statuses: readonly string[]): string[] {
  const first = new Map(statuses.map((status) => [(JSON.parse(status) as { type: string }).type, status]));
  return [...first.values()];
}
