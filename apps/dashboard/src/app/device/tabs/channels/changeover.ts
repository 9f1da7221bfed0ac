import type { Changeover, Channel } from '../../../core/api/models';

type Program = NonNullable<Changeover['program_state']>;

const PROGRAM_WORDS: Readonly<Record<Program, string>> = {
  main: $localize`On main`,
  protect: $localize`On protect`,
  tsg: $localize`Test signal`,
  freeze: $localize`Freeze`,
  pass_main: $localize`Pass main`,
  pass_protect: $localize`Pass protect`,
  black: $localize`Black`,
  off: $localize`Off`,
  other: $localize`Other`,
};

/** What the program output shows when it does not show the main signal. */
const NOT_MAIN: ReadonlySet<Program> = new Set<Program>(['protect', 'tsg', 'freeze', 'pass_protect', 'black']);

/** Whether the changeover shows something else than the main signal. */
export function isOffMain({ changeover }: Channel): boolean {
  const program = changeover?.program_state;
  return !!program && NOT_MAIN.has(program);
}

/** The changeover in short: `On protect, not armed`. */
export function changeoverText({ changeover }: Channel): string {
  if (!changeover) return '–';
  const { program_state, path, armed } = changeover;
  const state = program_state ? PROGRAM_WORDS[program_state] : pathWord(path);
  if (armed === null) return state;
  return armed ? $localize`${state}:state:, armed` : $localize`${state}:state:, not armed`;
}

/** Path, failure points and errors of a changeover. */
export function changeoverDetails({ changeover }: Channel): string {
  if (!changeover) return '';
  const { path, main_score, protect_score } = changeover;
  return [
    path === null ? '' : $localize`Path ${pathWord(path)}:path:`,
    $localize`Failure points: main ${main_score ?? '–'}:main:, protect ${protect_score ?? '–'}:protect:`,
    changeoverErrors({ changeover }),
  ]
    .filter(Boolean)
    .join(' · ');
}

/** The errors that a changeover has found; empty without any. */
export function changeoverErrors({ changeover }: Pick<Channel, 'changeover'>): string {
  const { audio_level_errors = 0, missing_ancillary = 0 } = changeover ?? {};
  return [
    audio_level_errors > 0 ? $localize`Audio level: ${audio_level_errors}:count:` : '',
    missing_ancillary > 0 ? $localize`Ancillary missing: ${missing_ancillary}:count:` : '',
  ]
    .filter(Boolean)
    .join(' · ');
}

function pathWord(path: Changeover['path']): string {
  if (path === null) return '–';
  return path === 'other' ? $localize`Other` : path.toUpperCase();
}
