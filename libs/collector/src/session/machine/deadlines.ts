import { longer, roomFor, type Timing } from '../../device/timing';
import { PHASES, type Phase } from './phases';

/** How long the phases of one device may last where that is not as long as in a first try, in ms. */
export type Deadlines = Readonly<Partial<Record<Phase, number>>>;

/** The two addresses of a device are mostly the same box: what is slow at one will be slow at the other. */
const TWINS: Readonly<Partial<Record<Phase, Phase>>> = {
  reaching: 'dialling',
  dialling: 'reaching',
  securing: 'encrypting',
  encrypting: 'securing',
};

/** How long a phase may last for this device, in ms; undefined: as long as it likes. */
export function deadlineOf(deadlines: Deadlines, phase: Phase, timing: Timing): number | undefined {
  const first = firstDeadline(phase, timing);
  const twin = TWINS[phase];
  return first && Math.max(first, deadlines[phase] ?? 0, (twin && deadlines[twin]) ?? 0);
}

function firstDeadline(phase: Phase, timing: Timing): number | undefined {
  const { timer } = PHASES[phase];
  return timer && timing[timer];
}

/** After a phase that was given up at its deadline. */
export function lengthened(deadlines: Deadlines, phase: Phase, timing: Timing): Deadlines {
  const missed = deadlineOf(deadlines, phase, timing);
  return missed === undefined ? deadlines : { ...deadlines, [phase]: longer(missed, mostOf(phase, timing)) };
}

/** After a phase that the device got through. */
export function settled(deadlines: Deadlines, phase: Phase, tookMs: number, timing: Timing): Deadlines {
  const first = firstDeadline(phase, timing);
  if (first === undefined) return deadlines;
  const ms = roomFor(tookMs, first, mostOf(phase, timing));
  if (ms === (deadlines[phase] ?? first)) return deadlines;
  return { ...deadlines, [phase]: ms };
}

function mostOf(phase: Phase, { mostMs, mostTcpMs }: Timing): number {
  return PHASES[phase].timer === 'tcpMs' ? mostTcpMs : mostMs;
}
