import fc from 'fast-check';
import { closeFailure, loginFailure, networkFailure } from '../../failures/failures';
import { timing } from '../../device/timing';
import { PHASES, type Phase } from './phases';
import { INITIAL, type Effect, type Machine, type MachineEvent } from './machine';
import { reduce, TABLE } from './session-machine';

/** What a driver has in its hands; throws at what must never happen. */
class World {
  networks = 0;
  place: 'none' | 'asked' | 'held' = 'none';
  hasTimer = false;
  hasValues = false;
  /** Whoever takes longer than a first try goes on without a place. */
  isOverdue = false;

  get isAllowed(): boolean {
    return this.place === 'held' || this.isOverdue;
  }

  apply({ kind }: Effect): void {
    switch (kind) {
      case 'reach':
        return this.require(++this.networks === 1, 'two sockets');
      case 'hangUp':
        return this.require(--this.networks === 0, 'hung up without a socket');
      case 'queue':
        this.require(this.place === 'none', 'two places among the handshakes');
        this.place = 'asked';
        return;
      case 'release':
        this.require(this.place !== 'none', 'gave back a place that it had not');
        this.place = 'none';
        return;
      case 'secure':
      case 'authenticate':
      case 'dial':
      case 'encrypt':
      case 'upgrade':
        return this.require(this.networks === 1 && this.isAllowed, `${kind} without a socket or a place`);
      case 'sendToken':
      case 'subscribe':
        return this.require(this.networks === 1, `${kind} without a socket`);
      case 'goLive':
        this.require(!this.hasValues, 'live twice');
        this.hasValues = true;
        return;
      case 'lose':
        this.require(this.hasValues, 'lost without being live');
        this.hasValues = false;
        return;
      case 'arm':
        this.hasTimer = true;
        return;
      case 'disarm':
        this.hasTimer = false;
    }
  }

  /** What is in hand belongs to the phase: no more, and no less. */
  check({ phase, status, isOverdue, deadlines }: Machine): void {
    const { isOnline, hasPlace, timer, isLive } = PHASES[phase];
    const isHeld = hasPlace === true && !isOverdue;
    this.require(this.networks === (isOnline ? 1 : 0), `${this.networks} sockets in ${phase}`);
    this.require((this.place !== 'none') === isHeld, `place ${this.place} in ${phase}`);
    const all = Object.values(deadlines);
    this.require(
      all.every((ms) => ms >= timing(5).tcpMs && ms <= timing(5).mostMs),
      `deadlines ${all.join()}`,
    );
    this.require(this.hasValues === (isLive === true), `values in ${phase}`);
    this.require((status === 'connected') === (isLive === true), `${status} in ${phase}`);
    this.require(this.hasTimer === (timer !== undefined || phase === 'waiting'), `timer in ${phase}`);
  }

  private require(holds: boolean, otherwise: string): void {
    if (!holds) throw new Error(otherwise);
  }
}

/** Something that may happen to a session at any time, from this attempt or an earlier one. */
interface Happening {
  /** `stall`: the timer runs out, and nothing but heartbeats has come for long. */
  readonly kind: MachineEvent['kind'] | 'next' | 'stall';
  readonly attemptsAgo: number;
  readonly ms: number;
  readonly failure: (typeof FAILURES)[number];
  readonly closeCode: number;
}

const FAILURES = [
  networkFailure({ code: 'ECONNREFUSED' }, 'REST address'),
  loginFailure(401, ''),
  loginFailure(200, 'text/html'),
  loginFailure(503, ''),
];

/** As long as any phase of a live session may go on without a status. */
const STALL_MS = 15_000;

const STEPS = ['reached', 'admitted', 'secured', 'authenticated', 'dialled', 'encrypted', 'upgraded'] as const;

const happening: fc.Arbitrary<Happening> = fc.record({
  kind: fc.oneof(
    { weight: 12, arbitrary: fc.constant('next' as const) },
    { weight: 5, arbitrary: fc.constantFrom(...STEPS, 'permitted', 'delivered', 'failed', 'closed') },
    { weight: 4, arbitrary: fc.constant('timer' as const) },
    { weight: 2, arbitrary: fc.constant('stall' as const) },
    { weight: 1, arbitrary: fc.constantFrom('start', 'stop') },
  ),
  attemptsAgo: fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.nat(3) }),
  ms: fc.nat(12_000),
  failure: fc.constantFrom(...FAILURES),
  closeCode: fc.constantFrom(1000, 1001, 1006, 1008, 1011),
});

/** The event that moves a session on. */
function onward({ phase }: Machine): MachineEvent['kind'] {
  const kinds = Object.keys(TABLE[phase]) as MachineEvent['kind'][];
  return kinds.find((kind) => !['timer', 'stop', 'failed', 'closed'].includes(kind)) ?? 'timer';
}

const FINE = { silentMs: 0, isResolving: false, statusAgeMs: 0, statusWaitMs: 15_000, lateMs: 0 };

function eventOf({ kind, attemptsAgo, ms, failure, closeCode }: Happening, machine: Machine): MachineEvent {
  const attempt = machine.attempt - (kind === 'next' ? 0 : attemptsAgo);
  const chosen = kind === 'next' ? onward(machine) : kind;
  switch (chosen) {
    case 'start':
      return { kind: chosen, fault: ms % 20 === 0 ? 'the object list is empty' : null };
    case 'stop':
      return { kind: chosen, reason: 'the connection was deleted' };
    case 'timer':
      return { ...FINE, kind: chosen, silentMs: ms, isResolving: ms % 3 === 0, statusAgeMs: 3 * ms };
    case 'stall':
      return { ...FINE, kind: 'timer', statusAgeMs: 60_000, lateMs: ms % 5 === 0 ? STALL_MS : 0 };
    case 'failed':
      return { kind: chosen, attempt, failure };
    case 'closed':
      return { kind: chosen, attempt, closeCode, failure: closeFailure(closeCode, '') };
    default:
      return { kind: chosen, attempt };
  }
}

/** A driver reports an admission only for a place that it asks for, and a timer only while it runs. */
function isPossible(event: MachineEvent, machine: Machine, world: World): boolean {
  if (event.kind === 'timer') return world.hasTimer;
  return event.kind !== 'admitted' || (world.place === 'asked' && event.attempt === machine.attempt);
}

function live(happenings: readonly Happening[], visited: Set<Phase>): void {
  const world = new World();
  let machine = INITIAL;
  let at = 0;
  for (const each of happenings) {
    at += each.kind === 'stall' ? STALL_MS : each.ms;
    const event = eventOf(each, machine);
    if (!isPossible(event, machine, world)) continue;
    if (event.kind === 'admitted') world.place = 'held';
    if (event.kind === 'timer') world.hasTimer = false;
    const wasStopped = machine.phase === 'stopped';
    world.isOverdue = machine.isOverdue;
    const transition = reduce(machine, event, { timing: timing(5), at, random: (each.ms % 100) / 100 });
    if (wasStopped && transition.effects.length > 0) throw new Error('something happened after stop');
    machine = transition.machine;
    transition.effects.forEach((effect) => world.apply(effect));
    world.check(machine);
    visited.add(machine.phase);
  }
}

describe('any sequence of events', () => {
  it('never gives two sockets, values without a session, a session without a timer, or anything after stop', () => {
    const visited = new Set<Phase>();
    const begun = fc.tuple(
      happening.map((first): Happening => ({ ...first, kind: 'start' })),
      fc.array(happening, { maxLength: 80, size: 'max' }),
    );
    fc.assert(
      fc.property(begun, ([first, rest]) => live([first, ...rest], visited)),
      { numRuns: 6_000 },
    );
    // The sequences have been everywhere, or they would prove little.
    expect([...visited].sort()).toEqual(
      Object.keys(PHASES)
        .filter((phase) => phase !== 'idle')
        .sort(),
    );
  });
});
