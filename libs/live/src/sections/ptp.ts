import {
  asctime,
  clockIdentity,
  counter,
  isPtpMaster,
  PTP,
  ptpLegs,
  ptpState,
  seconds,
  type JsonObject,
  type PtpConfig,
} from '@snp/protocol';
import type { PtpDto } from '../dto/status/network.dto';
import { objectAt, orNull, words, yesNo } from './values';

/** What of the PTP clock matters to health, figures and history. */
export type PtpReading = Pick<PtpDto, 'state' | 'locked' | 'offset_seconds' | 'delay_seconds' | 'grandmaster'>;

const NO_CLOCK = '00-00-00-00-00-00-00-00';
const NO_ADDRESS = '0.0.0.0';

/** The part of the PTP clock that is looked at in every status. */
export function readPtpBriefly(body: JsonObject): PtpReading {
  const ptp = objectAt(body, PTP.section);
  const state = orNull(ptpState(ptp[PTP.state]));
  return {
    state,
    locked: state === null ? null : state === 'locked',
    offset_seconds: orNull(seconds(ptp[PTP.offset])),
    delay_seconds: orNull(seconds(ptp[PTP.delay])),
    grandmaster: grandmaster(ptp[PTP.grandmaster]),
  };
}

/** The PTP clock, of the object `ptp`, with the settings that were read over REST. */
export function readPtp(body: JsonObject, config: PtpConfig = {}): PtpDto {
  const ptp = objectAt(body, PTP.section);
  const legs = ptpLegs(ptp[PTP.masterVisible]);
  return {
    ...readPtpBriefly(body),
    state_text: words(ptp[PTP.state]),
    is_master: yesNo(isPtpMaster(ptp[PTP.role])),
    clock_identity: clock(ptp[PTP.clockIdentity]),
    master_address: address(ptp[PTP.masterAddress]),
    interface_address: address(ptp[PTP.interfaceAddress]),
    master_visible_primary: orNull(legs?.primary),
    master_visible_secondary: orNull(legs?.secondary),
    time_updates: orNull(counter(ptp[PTP.timeUpdates])),
    largest_time_update_seconds: orNull(seconds(ptp[PTP.largestTimeUpdate])),
    clock_at: moment(asctime(ptp[PTP.utc])),
    domain: orNull(config.domain),
    profile: words(config.profile),
    mode: orNull(config.mode),
    locking_mode: words(config.lockingMode),
    unicast_mode: words(config.unicastMode),
  };
}

/** The grandmasters of a fleet are few, and read a thousand times a second. */
const grandmasters = new Map<unknown, string>();
const MAX_GRANDMASTERS = 1_000;

function grandmaster(raw: unknown): string | null {
  const known = grandmasters.get(raw);
  if (known !== undefined) return known;
  const identity = clock(raw);
  if (grandmasters.size >= MAX_GRANDMASTERS) grandmasters.clear();
  if (identity !== null) grandmasters.set(raw, identity);
  return identity;
}

function clock(raw: unknown): string | null {
  const identity = clockIdentity(raw) ?? null;
  return identity === NO_CLOCK ? null : identity;
}

function address(raw: unknown): string | null {
  const text = words(raw);
  return text === NO_ADDRESS ? null : text;
}

function moment(epochSeconds: number | undefined): string | null {
  return epochSeconds === undefined ? null : new Date(epochSeconds * 1000).toISOString();
}
