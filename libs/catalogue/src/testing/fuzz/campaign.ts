import fc from 'fast-check';
import { deviceMessages } from '../device-messages';
import { BadFieldJudge, badFields } from './bad-field';
import { mutants } from './mutant';
import { FuzzSubject } from './subject';

export interface Campaign {
  /** How many messages with something wrong in them. */
  readonly messages: number;
  /** Chooses what goes wrong; the same seed makes the same messages. */
  readonly seed: number;
  /** Called now and then with what has been done so far. */
  readonly progress?: (done: number) => void;
}

export interface CampaignReport {
  readonly messages: number;
  /** Of these, how many still were status messages. */
  readonly readable: number;
  /** Fields of which it was checked that they cost their own series only. */
  readonly badFields: number;
  /** The slowest message, as a multiple of the median. */
  readonly slowest: number;
}

const BATCH = 10_000;
/** Checking a bad field takes three decodings: one is checked for so many messages. */
const MESSAGES_PER_BAD_FIELD = 20;

/** @throws Error with the message that did it, cut down to what matters, when anything goes wrong */
export async function fuzz({ messages, seed, progress }: Campaign): Promise<CampaignReport> {
  const { typical, full } = await deviceMessages();
  const subject = new FuzzSubject();
  const judge = new BadFieldJudge();
  const wrong = mutants(typical);
  const fields = badFields((JSON.parse(full[0]) as { statuses: string[] }).statuses);
  let checked = 0;
  for (let done = 0; done < messages;) {
    const numRuns = Math.min(BATCH, messages - done);
    fc.assert(
      fc.property(wrong, (message) => subject.take(message)),
      { numRuns, seed: seed + done },
    );
    const fieldRuns = Math.ceil(numRuns / MESSAGES_PER_BAD_FIELD);
    fc.assert(
      fc.property(fields, (field) => judge.damage(field).length === 0),
      { numRuns: fieldRuns, seed: seed + done },
    );
    done += numRuns;
    checked += fieldRuns;
    progress?.(done);
  }
  return { messages, readable: subject.readable, badFields: checked, slowest: subject.slowest };
}
