import { Inject, Injectable } from '@nestjs/common';
import type { Format } from '@snp/exposition';
import { getToken, makeGaugeProvider, makeHistogramProvider } from '@willsoto/nestjs-prometheus';
import { Histogram, register, type Gauge } from 'prom-client';
import { METRICS_OPTIONS, type MetricsOptions } from '../metrics-options';
import { renderMetrics } from './render-metrics';

const DECODE = 'ic_snp_exporter_decode_duration_seconds';
const RENDER = 'ic_snp_exporter_render_duration_seconds';

/** Gauges of prom-client that end in `_total`, to which Prometheus' linter objects. */
const MISNAMED = ['nodejs_active_handles_total', 'nodejs_active_requests_total', 'nodejs_active_resources_total'];

/** A gauge whose value is read when it is scraped. */
function fact(
  name: string,
  help: string,
  read: (options: MetricsOptions, gauge: Gauge) => void,
  labelNames: string[] = [],
) {
  return makeGaugeProvider({
    name,
    help,
    labelNames,
    inject: [METRICS_OPTIONS],
    collect(this: Gauge, options: MetricsOptions) {
      read(options, this);
    },
  });
}

/** Sets an unlabelled gauge, or takes its series away where there is no value. */
function setOrRemove(gauge: Gauge, value: number | null): void {
  if (value === null) gauge.remove();
  else gauge.set(value);
}

/** The providers of the exporter's own metrics. */
export const EXPORTER_METRICS = [
  fact(
    'ic_snp_exporter_build_info',
    'Version of the exporter and of Node.js.',
    ({ version }, gauge) => gauge.set({ version, node: process.versions.node }, 1),
    ['version', 'node'],
  ),
  fact(
    'ic_snp_exporter_sessions',
    'Sessions by state.',
    ({ facts }, gauge) => {
      for (const [state, count] of Object.entries(facts.sessionsByState())) gauge.set({ state }, count);
    },
    ['state'],
  ),
  fact('ic_snp_exporter_series', 'Series of all devices that are held.', ({ store }, gauge) =>
    gauge.set(store.seriesCount()),
  ),
  fact('ic_snp_exporter_database_usable', 'Whether the last use of the database succeeded.', ({ facts }, gauge) =>
    gauge.set(Number(facts.isDatabaseUsable())),
  ),
  fact(
    'ic_snp_exporter_last_reconciliation_timestamp_seconds',
    'When wanted and running sessions were last compared.',
    ({ facts }, gauge) => {
      const at = facts.lastReconciledAt();
      setOrRemove(gauge, at === null ? null : at / 1_000);
    },
  ),
  makeHistogramProvider({
    name: DECODE,
    help: 'Time that one status message took from its arrival to its series.',
    buckets: [0.0001, 0.00025, 0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1],
  }),
  makeHistogramProvider({
    name: RENDER,
    help: 'Time that the series of one scrape took to render.',
    buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1],
  }),
];

/** The exporter's own metrics, kept by prom-client. */
@Injectable()
export class ExporterMetrics {
  constructor(
    @Inject(getToken(DECODE)) private readonly decoding: Histogram,
    @Inject(getToken(RENDER)) private readonly rendering: Histogram,
  ) {
    for (const name of MISNAMED) register.removeSingleMetric(name);
  }

  /** @param seconds what one status message took */
  observeDecode(seconds: number): void {
    this.decoding.observe(seconds);
  }

  /** Starts to measure a rendering. @returns ends it */
  startRender(): () => void {
    return this.rendering.startTimer();
  }

  /** Renders all of them, without the end mark of OpenMetrics. */
  async render(format: Format): Promise<string> {
    return renderMetrics(await register.getMetricsAsJSON(), format);
  }
}
