import type { RecordingRule } from './rule';

/** The number that the device wrote: 0.07 times 100 alone is 7.000000000000001. */
const percent = (ratio: string): string => `round(${ratio} * 100, 0.01)`;

/** What old dashboards ask for, made of the families that took its place. */
export const OLD_NAMES: readonly RecordingRule[] = [
  { record: 'ic_snp_dsp_sessions_active', expr: percent('ic_snp_dsp_utilization_ratio') },
  { record: 'ic_snp_dsp_sessions_planned', expr: percent('ic_snp_dsp_planned_utilization_ratio') },
  { record: 'ic_snp_power_supply_hot_swap', expr: 'ic_snp_power_supply_hot_swappable' },
  {
    record: 'ic_snp_channel_changeover_missing',
    expr: 'ic_snp_channel_changeover_audio_level_errors',
    labels: { kind: 'audio' },
  },
  {
    record: 'ic_snp_channel_changeover_missing',
    expr: 'ic_snp_channel_changeover_ancillary_missing',
    labels: { kind: 'ancillary' },
  },
  // The same name: whoever adds up the family must ask for one of the labels.
  {
    record: 'ic_snp_sdi_input_crc_errors_total',
    expr: 'sum without (component) (ic_snp_sdi_input_crc_errors_total{component="chroma"})',
    labels: { link: 'a' },
  },
  {
    record: 'ic_snp_sdi_input_crc_errors_total',
    expr: 'sum without (component) (ic_snp_sdi_input_crc_errors_total{component="luma"})',
    labels: { link: 'b' },
  },
];
