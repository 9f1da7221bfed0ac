import { dump } from 'js-yaml';

const DEVICE = 'target="MCR 1"';

/** What old dashboards ask for, with what it is made of. */
const CASES: readonly { readonly series: string; readonly value: string; readonly old: string; readonly is: number }[] =
  [
    {
      series: 'ic_snp_dsp_utilization_ratio{dsp="OB-1"',
      value: '0.07',
      old: 'ic_snp_dsp_sessions_active{dsp="OB-1"',
      is: 7,
    },
    {
      series: 'ic_snp_dsp_planned_utilization_ratio{dsp="OB-1"',
      value: '0.573',
      old: 'ic_snp_dsp_sessions_planned{dsp="OB-1"',
      is: 57.3,
    },
    {
      series: 'ic_snp_power_supply_hot_swappable{job="snp"',
      value: '1',
      old: 'ic_snp_power_supply_hot_swap{job="snp"',
      is: 1,
    },
    {
      series: 'ic_snp_channel_changeover_audio_level_errors{channel="A-HD-1"',
      value: '3',
      old: 'ic_snp_channel_changeover_missing{kind="audio",channel="A-HD-1"',
      is: 3,
    },
    {
      series: 'ic_snp_channel_changeover_ancillary_missing{channel="A-HD-1"',
      value: '2',
      old: 'ic_snp_channel_changeover_missing{kind="ancillary",channel="A-HD-1"',
      is: 2,
    },
    {
      series: 'ic_snp_sdi_input_crc_errors_total{component="chroma",input="BNC-1"',
      value: '7',
      old: 'ic_snp_sdi_input_crc_errors_total{link="a",input="BNC-1"',
      is: 7,
    },
    {
      series: 'ic_snp_sdi_input_crc_errors_total{component="luma",input="BNC-1"',
      value: '9',
      old: 'ic_snp_sdi_input_crc_errors_total{link="b",input="BNC-1"',
      is: 9,
    },
  ];

const ofDevice = (series: string): string => `${series},${DEVICE}}`;

/** A test file of promtool for the recording rules of old names. */
export function oldNamesTest(ruleFile: string): string {
  const test = {
    name: 'old names',
    interval: '60s',
    input_series: CASES.map(({ series, value }) => ({ series: ofDevice(series), values: `${value}x5` })),
    promql_expr_test: CASES.map(({ old, is }) => ({
      expr: ofDevice(old),
      eval_time: '5m',
      exp_samples: [{ labels: ofDevice(old), value: is }],
    })),
  };
  return dump({ rule_files: [ruleFile], evaluation_interval: '60s', tests: [test] }, { lineWidth: -1 });
}
