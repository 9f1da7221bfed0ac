import { FAULTS, readMisbehaviour, type Misbehaviour } from '../faults/misbehaviour';
import { isBody, type Body } from '../statuses/generator';
import { duration } from './duration';

/** Which devices a step is about. */
export type Which =
  | { readonly kind: 'all' }
  | { readonly kind: 'listed'; readonly devices: readonly (string | number)[] }
  | { readonly kind: 'random'; readonly count: number };

/** Something that happens at a time. */
export interface Step {
  /** ms after the start. */
  readonly at: number;
  readonly which: Which;
  readonly action:
    | { readonly kind: 'misbehave'; readonly misbehaviour: Misbehaviour; /** ms */ readonly lasts: number | undefined }
    | { readonly kind: 'behave' };
}

/** Faults that come by chance. */
export interface Chaos {
  /** ms between two faults somewhere in the fleet. */
  readonly every: number;
  /** ms that each lasts. */
  readonly lasts: number;
  readonly faults: readonly Misbehaviour[];
}

/** What shall happen to a fleet, and when. */
export interface Scenario {
  readonly steps: readonly Step[];
  /** ms after which it starts again. */
  readonly repeat: number | undefined;
  readonly chaos: Chaos | undefined;
}

/** Everything that is wrong with a scenario, a line each. */
export class ScenarioError extends Error {
  constructor(readonly problems: readonly string[]) {
    super(problems.join('\n'));
  }
}

/** Reads a scenario from what was in a file. @throws {ScenarioError} */
export function readScenario(value: unknown): Scenario {
  const reader = new Reader();
  const scenario = reader.scenario(value);
  if (reader.problems.length > 0) throw new ScenarioError(reader.problems);
  return scenario;
}

/** Notes what is wrong and carries on, so that a person hears of everything at once. */
class Reader {
  readonly problems: string[] = [];

  scenario(value: unknown): Scenario {
    const { steps = [], repeat, chaos } = this.body(value, 'the scenario', ['steps', 'repeat', 'chaos']);
    if (!Array.isArray(steps)) this.problems.push('"steps" must be a list');
    const list: unknown[] = Array.isArray(steps) ? steps : [];
    if (list.length === 0 && chaos === undefined) this.problems.push('"steps" or "chaos" is required');
    return {
      steps: list.map((step, at) => this.step(step, `step ${at + 1}`)),
      repeat: repeat === undefined ? undefined : this.time(repeat, '"repeat"'),
      chaos: chaos === undefined ? undefined : this.chaos(chaos),
    };
  }

  private step(value: unknown, name: string): Step {
    const {
      at = 0,
      devices = 'all',
      misbehave,
      behave,
      for: lasts,
    } = this.body(value, name, ['at', 'devices', 'misbehave', 'behave', 'for']);
    const step = { at: this.time(at, `"at" of ${name}`), which: this.which(devices, name) };
    if ((misbehave === undefined) === (behave === undefined)) {
      this.problems.push(`${name} must have either "misbehave" or "behave"`);
    }
    if (misbehave === undefined) return { ...step, action: { kind: 'behave' } };
    return {
      ...step,
      action: {
        kind: 'misbehave',
        misbehaviour: this.misbehaviour(misbehave, name),
        lasts: lasts === undefined ? undefined : this.time(lasts, `"for" of ${name}`),
      },
    };
  }

  private chaos(value: unknown): Chaos {
    const { every = 10, for: lasts = 20, faults } = this.body(value, '"chaos"', ['every', 'for', 'faults']);
    if (faults !== undefined && !Array.isArray(faults)) this.problems.push('"faults" of "chaos" must be a list');
    const chosen: unknown[] = Array.isArray(faults) ? faults : FAULTS.map(({ kind }) => kind);
    return {
      every: this.time(every, '"every" of "chaos"'),
      lasts: this.time(lasts, '"for" of "chaos"'),
      faults: chosen.map((fault) => this.misbehaviour(fault, '"chaos"')),
    };
  }

  /** A kind alone will do: `misbehave: refuse`. */
  private misbehaviour(value: unknown, name: string): Misbehaviour {
    try {
      return readMisbehaviour(typeof value === 'string' ? { kind: value } : value);
    } catch (error) {
      this.problems.push(`${name}: ${error instanceof Error ? error.message : String(error)}`);
      return { kind: 'no-console' };
    }
  }

  private which(value: unknown, name: string): Which {
    if (value === 'all') return { kind: 'all' };
    if (typeof value === 'string' || typeof value === 'number') return { kind: 'listed', devices: [value] };
    if (Array.isArray(value) && value.every((item) => typeof item === 'string' || typeof item === 'number')) {
      return { kind: 'listed', devices: value as (string | number)[] };
    }
    if (isBody(value) && typeof value.random === 'number' && value.random > 0)
      return { kind: 'random', count: value.random };
    this.problems.push(`"devices" of ${name} must be all, a number or name, a list of them, or {random: 3}`);
    return { kind: 'all' };
  }

  private time(value: unknown, name: string): number {
    const ms = duration(value);
    if (ms === undefined) this.problems.push(`${name} must be a time like 500ms, 10s, 2m or 1h`);
    return ms ?? 0;
  }

  private body(value: unknown, name: string, known: readonly string[]): Body {
    if (!isBody(value)) {
      this.problems.push(`${name} must be an object`);
      return {};
    }
    for (const key of Object.keys(value)) {
      if (!known.includes(key))
        this.problems.push(`${name} has an unknown key "${key}"; the keys are ${known.join(', ')}`);
    }
    return value;
  }
}
