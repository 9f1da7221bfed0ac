import { AUTH_FAULTS } from './auth-faults';
import { CONNECTION_FAULTS } from './connection-faults';
import type { FaultDefinition, Values } from './definition';
import { DEVICE_FAULTS } from './device-faults';
import type { Fault } from './fault';
import type { FaultTarget } from './fault-target';
import { MESSAGE_FAULTS } from './message-faults';
import { SESSION_FAULTS } from './session-faults';
import { VALUE_FAULTS } from './value-faults';
import { VOLUME_FAULTS } from './volume-faults';

const DEFINITIONS = [
  ...CONNECTION_FAULTS,
  ...AUTH_FAULTS,
  ...SESSION_FAULTS,
  ...MESSAGE_FAULTS,
  ...VALUE_FAULTS,
  ...VOLUME_FAULTS,
  ...DEVICE_FAULTS,
] as const;

type MisbehaviourOf<Definition> =
  Definition extends FaultDefinition<infer Kind, infer O> ? { readonly kind: Kind } & Partial<Values<O>> : never;

/** What a device can be told to do wrong: `{ kind: 'close', code: 1011 }`. Options that are left out have a default. */
export type Misbehaviour = MisbehaviourOf<(typeof DEFINITIONS)[number]>;

/** Every kind of fault that there is. */
export const FAULTS: readonly FaultDefinition[] = DEFINITIONS;

/** Why something is not a {@link Misbehaviour}, in plain text. */
export class UnknownMisbehaviour extends Error {}

/** Reads what came from a file or the control API. @throws {UnknownMisbehaviour} */
export function readMisbehaviour(value: unknown): Misbehaviour {
  const { kind, ...given } = Object(value) as Record<string, unknown>;
  const definition = FAULTS.find((fault) => fault.kind === kind);
  if (!definition)
    throw new UnknownMisbehaviour(`"kind" must be one of ${FAULTS.map((fault) => fault.kind).join(', ')}`);
  for (const [name, option] of Object.entries(given)) {
    if (!Object.hasOwn(definition.options, name)) {
      const names = Object.keys(definition.options);
      throw new UnknownMisbehaviour(
        `"${definition.kind}" has no option "${name}"${names.length > 0 ? `; its options are ${names.join(', ')}` : ''}`,
      );
    }
    const { allowed, read } = definition.options[name];
    if (read(option) === undefined)
      throw new UnknownMisbehaviour(`"${name}" of "${definition.kind}" must be ${allowed}`);
  }
  return value as Misbehaviour;
}

export function makeFault(target: FaultTarget, misbehaviour: Misbehaviour): Fault {
  const { kind, ...given } = readMisbehaviour(misbehaviour) as { kind: string } & Record<string, unknown>;
  const definition = FAULTS.find((fault) => fault.kind === kind);
  if (!definition) throw new UnknownMisbehaviour(kind);
  const options = Object.entries(definition.options).map(([name, option]) => [name, given[name] ?? option.fallback]);
  return definition.make(target, Object.fromEntries(options) as Values<FaultDefinition['options']>);
}
