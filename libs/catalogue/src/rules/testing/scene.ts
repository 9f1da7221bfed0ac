import { dump } from 'js-yaml';
import { ALERT_GROUPS } from '../index';
import type { AlertRule } from '../rule';
import type { AlertCase, AlertCases, Expected, Firing, Series } from './case';
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

interface Device {
  readonly target: string;
  readonly series: Series;
  readonly alerts: readonly (Expected & { readonly alert: string })[];
}

/** All devices of all cases in one scene: each rule fires for those that it must fire for, and for no other device. */
export function sceneOf(cases: AlertCases): Scene {
  const devices = Object.entries(cases).flatMap(([alert, each]) => devicesOf(alert, each));
  const alerts: Record<string, Omit<Expected, 'alert'>[]> = {};
  for (const { target, alerts: own } of devices) {
    for (const { alert, labels, summary } of own)
      (alerts[alert] ??= []).push({ labels: { ...SCRAPE, target, ...labels }, summary: `${target}: ${summary}` });
  }
  const ofOthers = Object.values(cases).flatMap(({ minutes, fires }) =>
    Object.values(fires).flatMap(({ alert = '' }) => (alert === '' ? [] : [[alert, minutes] as const])),
  );
  const after = [...ofOthers, ...Object.entries(cases).map(([alert, { minutes }]) => [alert, minutes] as const)];
  return {
    title: 'a fleet',
    minutes: Math.max(...after.map(([, minutes]) => minutes)),
    series: Object.assign(
      { 'ic_snp_exporter_build_info{version="1"}': '1' },
      ...devices.map(({ series, target }) => ofTarget(series, target)),
    ) as Series,
    alerts,
    after: Object.fromEntries(after),
  };
}

function devicesOf(alert: string, { minutes, fires, silent }: AlertCase): Device[] {
  const faulty = Object.entries(fires).flatMap(([name, firing]): Device[] => {
    const target = `${alert}, ${name}`;
    const alerts = expectedOf(firing).map((expected) => ({ ...expected, alert: expected.alert ?? alert }));
    const isAtOnce = RULES.get(alert)?.for === '0m';
    const seen = { target: `${target}, just seen`, series: justSeen(firing.series, minutes), alerts: [] };
    return [{ target, series: firing.series, alerts }, ...(isAtOnce ? [] : [seen])];
  });
  const others = Object.entries(silent).map(([name, series]) => ({
    target: `${alert}, not: ${name}`,
    series,
    alerts: [],
  }));
  return [...faulty, ...others];
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

function ofTarget(series: Series, target: string): Record<string, string> {
  const labels = Object.entries({ ...SCRAPE, target }).map(([name, value]) => `${name}="${value}"`);
  return Object.fromEntries(
    Object.entries(series).map(([name, timeline]) => {
      const [, family, own = ''] = /^(\w+)(?:\{(.*)\})?$/.exec(name) ?? [];
      return [`${family}{${[...labels, ...(own === '' ? [] : [own])].join(',')}}`, timeline];
    }),
  );
}

/** A test file of promtool for scrapes every `interval` seconds; the rules are evaluated as often as Prometheus does by default. */
export function promtoolTest(scenes: readonly Scene[], interval: number, ruleFile: string): string {
  const tests = scenes.map((scene) => ({
    name: scene.title,
    interval: `${interval}s`,
    input_series: Object.entries(scene.series).map(([series, timeline]) => ({
      series,
      values: promtoolValues(timeline, interval, scene.minutes * MINUTE),
    })),
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
