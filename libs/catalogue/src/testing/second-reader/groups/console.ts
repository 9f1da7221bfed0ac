import type { Expectation } from '../reading/expectation';
import { label, object, text, type Maybe, type Raw } from '../reading/values';

const SECONDS: Readonly<Record<string, number>> = {
  week: 604_800,
  day: 86_400,
  hour: 3600,
  minute: 60,
  min: 60,
  second: 1,
  sec: 1,
};

/** Moves of the boot time up to this are jitter. */
const JITTER_SECONDS = 120;

/** REST `console/status`; `booted` is what the boot time was before. Returns what it is now. */
export function readConsole(answer: Raw, nowSeconds: number, booted: Maybe, out: Expectation): Maybe {
  const data = object(answer['data']);
  const uptime = duration(data['upTime']);
  const bootedNow = uptime === undefined ? booted : bootTime(nowSeconds - uptime, booted);
  if (uptime !== undefined) out.add('ic_snp_boot_timestamp_seconds', {}, bootedNow);
  out.add('ic_snp_power_on_seconds', {}, duration(data['pwrOnTime']));
  return bootedNow;
}

function bootTime(said: number, before: Maybe): number {
  return before !== undefined && Math.abs(said - before) <= JITTER_SECONDS ? before : said;
}

/** REST `config/system`. */
export function readSystemConfig(config: Raw, out: Expectation): void {
  const facts = {
    mode: linkMode(object(config['System_Control'])['Net_Mode']),
    unit_name: label(object(config['Global_Control'])['unit_name']),
  };
  out.info('ic_snp_control_link_info', {}, facts);
}

/** The words of `Net_Mode` in order of their numbers. */
const LINK_MODES: Readonly<Record<string, string>> = {
  'Dual Addresses': 'dual',
  'Bonded Active/Backup': 'bonded_active_backup',
  'Bonded LACP': 'bonded_lacp',
};

export function linkMode(value: unknown): string {
  const said = text(value);
  if (said === undefined) return '';
  return Object.hasOwn(LINK_MODES, said) ? LINK_MODES[said] : 'unknown';
}

export function linkModeNumber(value: unknown): Maybe {
  const position = Object.keys(LINK_MODES).indexOf(text(value) ?? '');
  return position < 0 ? undefined : position;
}

/** `up 2 weeks, 1 hour`, `up 3 days, 4:05` and `14 days 01 hours 26 minutes 09 sec`, in seconds. */
export function duration(value: unknown): Maybe {
  const said = (text(value) ?? '').replace(/^up\s+/, '');
  if (said === '') return undefined;
  let sum = 0;
  for (const part of said.split(/,\s*|\s+(?=\d)/)) {
    const clock = /^(\d+):(\d{2})$/.exec(part);
    const counted = /^(\d+)\s*([a-z]+?)s?$/.exec(part);
    if (clock !== null) sum += Number(clock[1]) * 3600 + Number(clock[2]) * 60;
    else if (counted !== null && counted[2] in SECONDS) sum += Number(counted[1]) * SECONDS[counted[2]];
    else return undefined;
  }
  return sum;
}
