import { dump } from 'js-yaml';
import { ALERT_GROUPS } from '../index';
import type { AlertRule } from '../rule';
import type { AlertCases, Expected, Firing, Series } from './case';
import { promtoolValues } from './timeline';

/** What Prometheus sees, and every alert that it then has. */
export interface Scene {
  readonly title: string;
  readonly minutes: number;
  readonly series: Series;
  /** The alerts at the end, or after so many minutes, by their names. Other alerts must not fire. */
  readonly alerts: Readonly<Record<string, readonly Omit<Expected, 'alert'>[]>>;
  readonly after?: Readonly<Record<string, number>>;
}

const RULES: ReadonlyMap<string, AlertRule> = new Map(
  ALERT_GROUPS.flatMap(({ rules }) => rules.map((rule) => [rule.alert, rule])),
);

const MINUTE = 60;
/** The labels of a scrape of all devices. */
const SCRAPE = { job: 'snp', instance: 'exporter:8000' };

/** All devices of all cases in one scene: each rule fires for those that it must fire for, and for no other device. */
export function sceneOf(cases: AlertCases): Scene {
  const series: Record<string, string> = { 'ic_snp_exporter_build_info{version="1"}': '1' };
  const alerts: Record<string, Omit<Expected, 'alert'>[]> = {};
  const after: Record<string, number> = {};
  const add = (target: string, alert: string, { labels, summary }: Expected, minutes: number): void => {
    (alerts[alert] ??= []).push({ labels: { ...SCRAPE, target, ...labels }, summary: `${target}: ${summary}` });
    after[alert] = minutes;
  };
  for (const [alert, { minutes, fires, silent }] of Object.entries(cases)) {
    for (const [device, firing] of Object.entries(fires)) {
      const target = `${alert}, ${device}`;
      Object.assign(series, ofTarget(firing.series, target, minutes));
      if (RULES.get(alert)?.for !== '0m')
        Object.assign(series, ofTarget(justSeen(firing.series, minutes), `${target}, just seen`, minutes));
      for (const expected of expectedOf(firing)) add(target, expected.alert ?? alert, expected, minutes);
    }
    for (const [device, each] of Object.entries(silent))
      Object.assign(series, ofTarget(each, `${alert}, not: ${device}`, minutes));
  }
  return { title: 'a fleet', minutes: Math.max(...Object.values(after)), series, alerts, after };
}

const expectedOf = ({ others = [], ...first }: Firing): readonly Expected[] => [first, ...others];

/** The same trouble at the last scrape for the first time: too early for an alert. */
function justSeen(series: Series, minutes: number): Series {
  const atLast = (timeline: string): string => timeline.split(', ').at(-1) ?? '';
  return Object.fromEntries(
    Object.entries(series)
      .filter(([, timeline]) => !atLast(timeline).startsWith('none'))
      .map(([name, timeline]) => [name, `none for ${minutes}m, ${atLast(timeline).replace(/^\+/, '0 +')}`]),
  );
}

/** Series end when their case is judged. */
function ofTarget(series: Series, target: string, minutes: number): Record<string, string> {
  const labels = Object.entries({ ...SCRAPE, target }).map(([name, value]) => `${name}="${value}"`);
  return Object.fromEntries(
    Object.entries(series).map(([name, timeline]) => {
      const [, family, own = ''] = /^(\w+)(?:\{(.*)\})?$/.exec(name) ?? [];
      return [`${family}{${[...labels, ...(own === '' ? [] : [own])].join(',')}}`, `${timeline}@${minutes}`];
    }),
  );
}

/** A test file of promtool for scrapes every `interval` seconds; the rules are evaluated as often as Prometheus does by default. */
export function promtoolTest(scenes: readonly Scene[], interval: number, ruleFile: string): string {
  const tests = scenes.map((scene) => ({
    name: scene.title,
    interval: `${interval}s`,
    input_series: Object.entries(scene.series).map(([series, text]) => {
      const [timeline, minutes = scene.minutes] = text.split('@');
      return { series, values: promtoolValues(timeline, interval, Number(minutes) * MINUTE) };
    }),
    alert_rule_test: [...RULES.values()].map((rule) => alertTest(rule, scene)),
  }));
  return dump({ rule_files: [ruleFile], evaluation_interval: '1m', tests }, { lineWidth: -1 });
}

function alertTest({ alert, severity, description }: AlertRule, { alerts, minutes, after = {} }: Scene): object {
  return {
    eval_time: `${after[alert] ?? minutes}m`,
    alertname: alert,
    exp_alerts: (alerts[alert] ?? []).map(({ labels, summary }) => ({
      exp_labels: { ...labels, severity },
      exp_annotations: { summary, description },
    })),
  };
}
