import type { Failure, Retry } from '../../failures/failure';
import type { Timing } from '../../device/timing';
import { backoffDelay, slowDelay } from './backoff';
import { deadlineOf, lengthened, settled } from './deadlines';
import type { Circumstances, Effect, Machine, MachineEvent, Transition } from './machine';
import { PHASES, STALLED_STILL, STALLS_AGAIN, UNRESOLVED, type Phase, type PhaseRules } from './phases';

type EventKind = MachineEvent['kind'];

type Handler<K extends EventKind> = (
  machine: Machine,
  event: Extract<MachineEvent, { kind: K }>,
  circumstances: Circumstances,
) => Transition;

type Row = { readonly [K in EventKind]?: Handler<K> };

/** What happens in each phase at each event; what is not here is ignored. */
export const TABLE: Readonly<Record<Phase, Row>> = {
  idle: { start: begin, stop: end },
  reaching: { reached: go('queued'), failed: fail, timer: tooLate, stop: end },
  queued: { admitted: go('securing'), failed: fail, stop: end },
  securing: { secured: go('authenticating'), failed: fail, timer: tooLate, stop: end },
  authenticating: { authenticated: go('dialling'), failed: fail, timer: tooLate, stop: end },
  dialling: { dialled: go('encrypting'), failed: fail, timer: tooLate, stop: end },
  encrypting: { encrypted: go('upgrading'), failed: fail, timer: tooLate, stop: end },
  upgrading: { upgraded: go('greeting'), failed: fail, closed: fail, timer: tooLate, stop: end },
  // A device that does not answer the token may still answer a subscription.
  greeting: {
    permitted: go('awaiting'),
    timer: go('awaiting'),
    delivered: subscribeAfterFirstStatus,
    failed: fail,
    closed: fail,
    stop: end,
  },
  awaiting: { delivered: takeFirstStatus, timer: tooLate, failed: fail, closed: fail, stop: end },
  settling: { timer: askAgain, failed: fail, closed: fail, stop: end },
  confirming: { delivered: goLive, timer: tooLate, failed: fail, closed: refuse, stop: end },
  live: { timer: watch, failed: lose, closed: lose, stop: end },
  probing: { delivered: goOn, timer: watch, failed: lose, closed: lose, stop: end },
  stalled: { delivered: goOn, timer: watch, failed: lose, closed: lose, stop: end },
  waiting: { timer: attempt, stop: end },
  barred: { stop: end },
  stopped: {},
};

/** The session's next state and what is to be done; nothing else happens to a session. */
export function reduce(machine: Machine, event: MachineEvent, circumstances: Circumstances): Transition {
  const isLate = 'attempt' in event && event.attempt !== machine.attempt;
  const step = isLate ? undefined : (TABLE[machine.phase][event.kind] as Handler<EventKind> | undefined);
  return step === undefined ? { machine, effects: [] } : step(machine, event, circumstances);
}

function begin(
  machine: Machine,
  { fault }: { readonly fault: string | null },
  circumstances: Circumstances,
): Transition {
  if (fault === null) return attempt(machine, undefined, circumstances);
  return enter(machine, 'barred', { status: 'error', code: 'configuration', reason: fault }, circumstances);
}

function attempt(machine: Machine, _event: unknown, circumstances: Circumstances): Transition {
  const shown = machine.isRetry ? {} : ({ status: 'connecting', code: 'starting', reason: '' } as const);
  return enter(machine, 'reaching', { ...shown, attempt: machine.attempt + 1, isOverdue: false }, circumstances);
}

function go(phase: Phase): (machine: Machine, event: unknown, circumstances: Circumstances) => Transition {
  return (machine, _event, circumstances) =>
    enter(machine, phase, phase === 'greeting' ? { isSuspect: false } : {}, circumstances);
}

function goLive(machine: Machine, _event: unknown, circumstances: Circumstances): Transition {
  return enter(machine, 'live', { ...RECEIVING, isRetry: false, liveSince: circumstances.at }, circumstances);
}

const RECEIVING = { status: 'connected', code: 'connected', reason: 'receiving statuses' } as const;

/** Statuses that stopped in the session before may stop again after the first picture. */
function takeFirstStatus(machine: Machine, event: unknown, circumstances: Circumstances): Transition {
  return machine.hasStalled ? go('settling')(machine, event, circumstances) : goLive(machine, event, circumstances);
}

/** Subscribes again, whatever has come since the first picture; a device that sends no message at all is silent. */
function askAgain(machine: Machine, event: TimerEvent, circumstances: Circumstances): Transition {
  const { silenceMs } = circumstances.timing;
  if (event.silentMs >= silenceMs) return fail(machine, { failure: silence(silenceMs) }, circumstances);
  return enter(machine, 'confirming', {}, circumstances);
}

/** A status of before the subscription: what is subscribed to is yet to be said. */
function subscribeAfterFirstStatus(machine: Machine, event: unknown, circumstances: Circumstances): Transition {
  const asked = go('awaiting')(machine, event, circumstances);
  const next = takeFirstStatus(asked.machine, event, circumstances);
  return { machine: next.machine, effects: [...asked.effects, ...next.effects] };
}

function tooLate(
  machine: Machine,
  { isResolving }: { readonly isResolving: boolean },
  circumstances: Circumstances,
): Transition {
  const { timing } = circumstances;
  const late = isResolving ? UNRESOLVED : lateOf(machine);
  const deadline = deadlineOf(machine.deadlines, machine.phase, timing);
  if (late === undefined || deadline === undefined) return { machine, effects: [] };
  const left = deadline - (armedMs(machine, timing) ?? deadline);
  if (left > 0) return giveBackPlace(machine, left);
  const failure = { ...late, reason: late.reason(Math.round(deadline / 1000)) };
  const deadlines = lengthened(machine.deadlines, machine.phase, timing);
  return fail({ ...machine, deadlines }, { failure }, circumstances);
}

function lateOf({ phase, hasStalled }: Machine): PhaseRules['late'] {
  return phase === 'awaiting' && hasStalled ? STALLED_STILL : PHASES[phase].late;
}

/** The device has had a place for long enough, and has `ms` more. */
function giveBackPlace(machine: Machine, ms: number): Transition {
  return { machine: { ...machine, isOverdue: true }, effects: [{ kind: 'release' }, { kind: 'arm', ms }] };
}

/** An attempt that did not become a live session. */
function fail(machine: Machine, { failure }: { readonly failure: Failure }, circumstances: Circumstances): Transition {
  const { hasPlace, isOpen } = PHASES[machine.phase];
  const failures = machine.failures + 1;
  const isSuspect = isOpen === true ? false : (hasPlace === true && machine.phase !== 'queued') || machine.isSuspect;
  const changes = { failures, isSuspect, isRetry: true };
  return wait(machine, failure, changes, delay(failure.retry, failures, circumstances), circumstances);
}

/** A device that ends the session when it is subscribed to again is alive: its first picture is proof for the next session. */
function refuse(machine: Machine, event: { readonly failure: Failure }, circumstances: Circumstances): Transition {
  return fail({ ...machine, hasStalled: false }, event, circumstances);
}

/** The end of a live session that nobody asked for. */
function lose(
  machine: Machine,
  { failure, ...event }: { readonly failure: Failure; readonly closeCode?: number },
  circumstances: Circumstances,
): Transition {
  const { timing, at } = circumstances;
  const lived = at - (machine.liveSince ?? at);
  // A device that falls off at once, time and again, is tried less often, but never so seldom that it seems gone.
  const failures = lived >= timing.steadyMs ? 1 : Math.min(machine.failures + 1, 2);
  const hasStalled = failure.code === 'statuses_stopped' || isRelapse(machine, circumstances);
  const changes = { failures, liveSince: null, hasStalled, isRetry: failure.retry === 'slowly' };
  if (event.closeCode !== POLICY_VIOLATION)
    return wait(machine, failure, changes, delay(failure.retry, failures, circumstances), circumstances);
  // Some devices check the token at the second subscription, or refuse that subscription itself.
  if (machine.mayRenewToken || lived >= timing.tokenLifeMs || machine.phase === 'probing') {
    const expired = { code: 'token_expired', reason: failure.reason, retry: 'soon' } as const;
    return wait(machine, expired, { ...changes, mayRenewToken: false }, 0, circumstances);
  }
  return wait(
    machine,
    failure,
    { ...changes, isRetry: true },
    delay(failure.retry, failures, circumstances),
    circumstances,
  );
}

/** With this code a device ends a session whose token it no longer accepts. */
const POLICY_VIOLATION = 1008;

type TimerEvent = Extract<MachineEvent, { kind: 'timer' }>;

/** Silence ends a live session. With heartbeats but no status it is subscribed again, then degraded, then lost. */
function watch(machine: Machine, event: TimerEvent, circumstances: Circumstances): Transition {
  const { silenceMs } = circumstances.timing;
  const silenceLeft = silenceMs - event.silentMs;
  if (silenceLeft <= 0) return lose(machine, { failure: silence(silenceMs) }, circumstances);
  const isStandstill = machine.phase !== 'live' && event.lateMs > STANDSTILL_MS;
  const from = isStandstill ? { ...machine, enteredAt: circumstances.at } : machine;
  const left = timeLeft(from, event, circumstances);
  if (left > 0) return { machine: from, effects: [{ kind: 'arm', ms: Math.min(silenceLeft, left) }] };
  return doubt(machine, event, silenceLeft, circumstances);
}

function silence(ms: number): Failure {
  return { code: 'silent', reason: `no message for ${ms / 1000} s: device or network down`, retry: 'soon' };
}

/** A timer this late means that the process stood still: messages that came meanwhile may still be unread. */
const STANDSTILL_MS = 1_000;

/** How much longer a phase of a live session may go on without a status. */
function timeLeft({ phase, enteredAt }: Machine, event: TimerEvent, { timing, at }: Circumstances): number {
  if (phase === 'live') return event.statusWaitMs - event.statusAgeMs;
  return (phase === 'probing' ? timing.answerMs : timing.stalledMs) - (at - enteredAt);
}

/** No status for too long: the next step. */
function doubt(
  machine: Machine,
  { statusAgeMs }: TimerEvent,
  silenceLeft: number,
  circumstances: Circumstances,
): Transition {
  const { answerMs, stalledMs } = circumstances.timing;
  if (machine.phase === 'live') return enter(machine, 'probing', {}, circumstances, Math.min(silenceLeft, answerMs));
  const none = `no status for ${Math.round(statusAgeMs / 1000)} s`;
  if (machine.phase === 'probing') {
    const shown = { code: 'statuses_stopped', reason: `${none}; heartbeats arrive` } as const;
    return enter(machine, 'stalled', shown, circumstances, Math.min(silenceLeft, stalledMs));
  }
  if (isRelapse(machine, circumstances)) return relapse(machine, circumstances);
  const reason = `${none}; heartbeats arrive: reconnecting`;
  return lose(machine, { failure: { code: 'statuses_stopped', reason, retry: 'soon' } }, circumstances);
}

/** Statuses stopped again soon: the next session is watched for longer before it is live. */
function relapse(machine: Machine, circumstances: Circumstances): Transition {
  const deadlines = lengthened(machine.deadlines, 'settling', circumstances.timing);
  const failure = { code: 'statuses_stopped', reason: STALLS_AGAIN, retry: 'slowly' } as const;
  return lose({ ...machine, deadlines }, { failure }, circumstances);
}

/** Whether statuses stopped in the session before too, and this one has not lived long enough for that not to count. */
function isRelapse({ hasStalled, liveSince }: Machine, { timing, at }: Circumstances): boolean {
  return hasStalled && at - (liveSince ?? at) < timing.relapseMs;
}

/** There is a status again. */
function goOn(machine: Machine, _event: unknown, circumstances: Circumstances): Transition {
  return enter(machine, 'live', RECEIVING, circumstances);
}

function end(machine: Machine, { reason }: { readonly reason: string }, circumstances: Circumstances): Transition {
  const shown = { status: 'disconnected', code: 'stopped', reason } as const;
  return enter(machine, 'stopped', { ...shown, liveSince: null }, circumstances);
}

function wait(
  machine: Machine,
  { code, reason, retry }: Failure,
  changes: Partial<Machine>,
  ms: number,
  circumstances: Circumstances,
): Transition {
  const status = retry === 'soon' ? 'disconnected' : 'error';
  return enter(machine, 'waiting', { ...changes, status, code, reason }, circumstances, ms);
}

function delay(retry: Retry, failures: number, { random, timing }: Circumstances): number {
  if (retry === 'soon') return backoffDelay(failures, random, timing);
  return slowDelay(retry === 'slowly' ? timing.slowMs : timing.credentialsMs, random);
}

/** What is undone on leaving a phase and done on entering the next follows from their rules alone. */
function enter(
  from: Machine,
  phase: Phase,
  changes: Partial<Machine>,
  { timing, at }: Circumstances,
  waitMs?: number,
): Transition {
  const left = PHASES[from.phase];
  const entered = PHASES[phase];
  const isPassed = left.late !== undefined && entered.isOnline === true;
  const deadlines = isPassed ? settled(from.deadlines, from.phase, at - from.enteredAt, timing) : from.deadlines;
  const machine = { ...from, deadlines, ...changes, phase, enteredAt: at };
  const effects: Effect[] = [];
  if (left.isLive && !entered.isLive) effects.push({ kind: 'lose' });
  if (left.hasPlace && !from.isOverdue && !entered.hasPlace) effects.push({ kind: 'release' });
  if (left.isOnline && !entered.isOnline) effects.push({ kind: 'hangUp', isGraceful: phase === 'stopped' });
  const ms = waitMs ?? armedMs(machine, timing);
  effects.push(ms === undefined ? { kind: 'disarm' } : { kind: 'arm', ms });
  if (phase === 'queued') effects.push({ kind: 'queue', lane: machine.isSuspect ? 'suspect' : 'healthy' });
  else if (entered.act !== undefined) effects.push({ kind: entered.act });
  if (entered.isLive && !left.isLive) effects.push({ kind: 'goLive' });
  return { machine, effects };
}

/** How long the timer of a phase runs: however slow the device is, others wait for its place only so long. */
function armedMs({ phase, deadlines, isOverdue }: Machine, timing: Timing): number | undefined {
  const deadline = deadlineOf(deadlines, phase, timing);
  if (PHASES[phase].isLive && deadline !== undefined) return Math.min(deadline, timing.silenceMs);
  const isHolding = PHASES[phase].hasPlace === true && !isOverdue;
  return isHolding && deadline !== undefined ? Math.min(deadline, timing.placeMs) : deadline;
}
