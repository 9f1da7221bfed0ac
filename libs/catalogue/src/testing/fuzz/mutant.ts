import fc from 'fast-check';
import { edited, edits, placesOf, slips, slipped, type Edit, type Path, type Slip } from './edits';

interface Mutation {
  /** Chooses the message, and the status in it. */
  readonly message: number;
  readonly status: number;
  readonly edits: readonly Edit[];
  readonly statusSlips: readonly Slip[];
  readonly messageSlips: readonly Slip[];
}

const mutations: fc.Arbitrary<Mutation> = fc.record({
  message: fc.nat(),
  status: fc.nat(),
  edits: fc.array(edits, { maxLength: 4 }),
  statusSlips: fc.oneof(
    { weight: 3, arbitrary: fc.constant([]) },
    { weight: 1, arbitrary: fc.array(slips, { minLength: 1, maxLength: 4 }) },
  ),
  messageSlips: fc.oneof(
    { weight: 9, arbitrary: fc.constant([]) },
    { weight: 1, arbitrary: fc.array(slips, { minLength: 1, maxLength: 2 }) },
  ),
});

interface Original {
  readonly text: string;
  /** The text as it stands in a message. */
  readonly quoted: string;
  readonly places: readonly Path[];
}

/** Messages of a device with something wrong in them, as `fast-check` thinks them up. */
export function mutants(messages: readonly string[]): fc.Arbitrary<string> {
  const originals = messages.map((message) => (JSON.parse(message) as { statuses: string[] }).statuses.map(original));
  return mutations.map((mutation) => {
    const statuses = originals[mutation.message % originals.length];
    const chosen = mutation.status % statuses.length;
    const texts = statuses.map((status, at) =>
      at === chosen ? JSON.stringify(mutant(status, mutation)) : status.quoted,
    );
    return slipped(`{"msgType":"allStatuses","statuses":[${texts.join(',')}]}`, mutation.messageSlips);
  });
}

function original(text: string): Original {
  return { text, quoted: JSON.stringify(text), places: placesOf(JSON.parse(text)) };
}

function mutant({ text, places }: Original, { edits, statusSlips }: Mutation): string {
  return slipped(edits.length === 0 ? text : edited(JSON.parse(text), places, edits), statusSlips);
}
