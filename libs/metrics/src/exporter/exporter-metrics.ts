import { Inject, Injectable, type Provider } from '@nestjs/common';
import type { Format } from '@snp/exposition';
import { getToken, makeGaugeProvider, makeHistogramProvider } from '@willsoto/nestjs-prometheus';
import { Histogram, Registry, type Gauge } from 'prom-client';
import { METRICS_OPTIONS, type MetricsOptions } from '../metrics-options';
import { renderMetrics } from './render-metrics';

const DECODE = 'ic_snp_exporter_decode_duration_seconds';
const RENDER = 'ic_snp_exporter_render_duration_seconds';

/** Gauges of prom-client that end in `_total`, to which Prometheus' linter objects. */
const MISNAMED = ['nodejs_active_handles_total', 'nodejs_active_requests_total', 'nodejs_active_resources_total'];

/** A fact about the exporter that is read whenever it is scraped. */
interface Fact {
  readonly name: string;
  readonly help: string;
  readonly labelNames?: string[];
  /** Sets the gauge, which has no series before. */
  readonly read: (options: MetricsOptions, gauge: Gauge) => void;
}

const FACTS: readonly Fact[] = [
  {
    name: 'ic_snp_exporter_build_info',
    help: 'Version of the exporter and of Node.js.',
    labelNames: ['version', 'node'],
    read: ({ version }, gauge) => gauge.set({ version, node: process.versions.node }, 1),
  },
  {
    name: 'ic_snp_exporter_sessions',
    help: 'Sessions by state.',
    labelNames: ['state'],
    read: ({ facts }, gauge) => {
      for (const [state, count] of Object.entries(facts.sessionsByState())) gauge.set({ state }, count);
    },
  },
  {
    name: 'ic_snp_exporter_series',
    help: 'Series of all devices that are held.',
    read: ({ store }, gauge) => gauge.set(store.seriesCount()),
  },
  {
    name: 'ic_snp_exporter_database_usable',
    help: 'Whether the last use of the database succeeded.',
    read: ({ facts }, gauge) => gauge.set(Number(facts.isDatabaseUsable())),
  },
  {
    name: 'ic_snp_exporter_last_reconciliation_timestamp_seconds',
    help: 'When wanted and running sessions were last compared.',
    read: ({ facts }, gauge) => {
      const at = facts.lastReconciledAt();
      if (at !== null) gauge.set(at / 1_000);
    },
  },
];

/**
 * The providers of the exporter's own metrics.
 * @param registry the one of this application: prom-client's own is one for the whole process
 */
export function exporterMetrics(registry: Registry): Provider[] {
  const registers = [registry];
  return [
    { provide: Registry, useValue: registry },
    ...FACTS.map(({ read, ...fact }) =>
      makeGaugeProvider({
        ...fact,
        registers,
        inject: [METRICS_OPTIONS],
        collect(this: Gauge, options: MetricsOptions) {
          clear(this, fact);
          read(options, this);
        },
      }),
    ),
    makeHistogramProvider({
      name: DECODE,
      help: 'Time spent on one status message.',
      buckets: [0.0001, 0.00025, 0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1],
      registers,
    }),
    makeHistogramProvider({
      name: RENDER,
      help: 'Time that the series of one scrape took to render, pauses included.',
      buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1],
      registers,
    }),
    ExporterMetrics,
  ];
}

/** Takes all series of a gauge away; a mere reset leaves one without labels at 0. */
function clear(gauge: Gauge, { labelNames }: Pick<Fact, 'labelNames'>): void {
  gauge.reset();
  if (labelNames === undefined) gauge.remove();
}

/** The exporter's own metrics, kept by prom-client. */
@Injectable()
export class ExporterMetrics {
  constructor(
    private readonly registry: Registry,
    @Inject(getToken(DECODE)) private readonly decoding: Histogram,
    @Inject(getToken(RENDER)) private readonly rendering: Histogram,
  ) {
    for (const name of MISNAMED) registry.removeSingleMetric(name);
  }

  /** @param seconds what one status message took */
  observeDecode(seconds: number): void {
    this.decoding.observe(seconds);
  }

  /** @param seconds what one rendering took */
  observeRender(seconds: number): void {
    this.rendering.observe(seconds);
  }

  /** Renders all of them, without the end mark of OpenMetrics. */
  async render(format: Format): Promise<string> {
    return renderMetrics(await this.registry.getMetricsAsJSON(), format);
  }
}
