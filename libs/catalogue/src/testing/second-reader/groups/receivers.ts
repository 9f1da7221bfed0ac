import type { Expectation } from '../reading/expectation';
import type { Names } from '../reading/names';
import {
  addressAndPort,
  isAddress,
  label,
  counter,
  rows,
  says,
  seconds,
  text,
  word,
  type Maybe,
  type Raw,
} from '../reading/values';

/** Essence, the array of an object, how its fields begin, and whether it is a video receiver. */
const ESSENCES: Readonly<Record<string, readonly [string, string, string]>> = {
  ipVidRx: ['video', 'ipVidRxStatus', 'VidRx'],
  ipAudRx: ['audio', 'ipAudRxStatus', 'AudRx'],
  ipAncRx: ['ancillary', 'ipAncRxStatus', 'AncRx'],
};
const PROTECTION_STATES = ['present', 'loopback', 'primary_only', 'secondary_only', 'not_present'];
const PROTECTION_WORDS: Readonly<Record<string, string>> = {
  Present: 'present',
  'Present (Loopback)': 'loopback',
  'Primary Only': 'primary_only',
  'Secondary Only': 'secondary_only',
  'Not Present': 'not_present',
};

/** @param all whether rows without a source count too, `RECEIVERS=all` */
export function readReceivers(status: Raw, type: string, all: boolean, names: Names, out: Expectation): void {
  const [essence, list, field] = ESSENCES[type];
  for (const [index, row] of rows(status[list])) {
    const isConfigured = isAddress(row[`${field}PriIPsourceRO`]) || isAddress(row[`${field}SecIPsourceRO`]);
    if (!isConfigured && !all) continue;
    const labels = { essence, index };
    readFacts(row, field, labels, names, out);
    readCounters(row, field, labels, out);
    readProtection(row, field, labels, out);
    if (type === 'ipVidRx') readVideo(row, isConfigured, labels, out);
  }
}

interface RowLabels {
  readonly essence: string;
  readonly index: string;
  readonly [label: string]: string;
}

function readFacts(row: Raw, field: string, labels: RowLabels, names: Names, out: Expectation): void {
  const facts = {
    primary_source: addressAndPort(row[`${field}PriIPsourceRO`], row[`${field}PriPortRO`]),
    secondary_source: addressAndPort(row[`${field}SecIPsourceRO`], row[`${field}SecPortRO`]),
    standard: label(row[`${field}Std`]),
    colorimetry: label(row[`${field}Colorimetry`]),
    transfer: label(row[`${field}TransferCharacteristics`]),
    channels: label(row[`${field}NumChStatus`]),
    packet_time: label(row[`${field}PacketTime`]),
  };
  const name = names.ofReceiver(labels.essence, Number(labels.index));
  out.info('ic_snp_receiver_info', { ...labels, ...name }, facts);
}

function readCounters(row: Raw, field: string, labels: RowLabels, out: Expectation): void {
  out.add('ic_snp_receiver_packets_total', labels, counter(row[`${field}ReadPktCnt`]));
  out.add('ic_snp_receiver_missing_packets_total', labels, counter(row[`${field}MissingPktCnt`]));
  out.add('ic_snp_receiver_out_of_range_packets_total', labels, counter(row[`${field}OORPktCnt`]));
  out.add('ic_snp_receiver_switches_total', labels, counter(row[`${field}SwitchCount`]));
  out.add('ic_snp_receiver_network_jitter_seconds', labels, seconds(row[`${field}NetworkJitter`]));
  out.add('ic_snp_receiver_path_difference_seconds', labels, seconds(row[`${field}NetworkPathDiff`]));
  out.add('ic_snp_receiver_switch_error', labels, switchError(row[`${field}SwitchErrMsg`]));
}

function switchError(value: unknown): Maybe {
  if (typeof value !== 'string') return undefined;
  if (text(value) === undefined || text(value) === 'None') return 0;
  return word(value) === undefined ? undefined : 1;
}

function readProtection(row: Raw, field: string, labels: RowLabels, out: Expectation): void {
  const said = text(row[`${field}SeamlessStatus`]);
  if (said === undefined) return;
  // `Not Present` is a state here; the other words for nothing are none.
  const known = Object.hasOwn(PROTECTION_WORDS, said) ? PROTECTION_WORDS[said] : undefined;
  const state = known ?? (word(said) === undefined ? undefined : 'other');
  out.states('ic_snp_receiver_protection_state', labels, PROTECTION_STATES, state);
}

function readVideo(row: Raw, isConfigured: boolean, labels: RowLabels, out: Expectation): void {
  if (isConfigured) out.add('ic_snp_receiver_signal_present', labels, signalPresent(row['VidRxStd']));
  out.add('ic_snp_receiver_clock_synchronous', labels, says(row['VidRxClkDomainStatus'], 'Synchronous'));
  out.add('ic_snp_receiver_make_before_break_ready', labels, says(row['VidRxMBBstatus'], 'Ready'));
}

function signalPresent(value: unknown): Maybe {
  if (word(value) !== undefined) return 1;
  const said = text(value);
  return said === undefined || said === 'N/A' ? undefined : 0;
}
