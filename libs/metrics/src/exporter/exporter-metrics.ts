import { Inject, Injectable, type Provider } from '@nestjs/common';
import { EXPORTER_FAMILIES, type ExporterFamily } from '@snp/catalogue';
import type { Format } from '@snp/exposition';
import { getToken, makeCounterProvider, makeGaugeProvider, makeHistogramProvider } from '@willsoto/nestjs-prometheus';
import { Histogram, Registry, type Counter, type Gauge } from 'prom-client';
import { METRICS_OPTIONS, type MetricsOptions } from '../metrics-options';
import type { ChosenNames } from '../scrape/chosen-names';
import { chosenOf, renderMetrics } from './render-metrics';

/** Gauges of prom-client that end in `_total`, to which Prometheus' linter objects. */
const MISNAMED = ['nodejs_active_handles_total', 'nodejs_active_requests_total', 'nodejs_active_resources_total'];

/** A fact about the exporter that is read whenever it is scraped. */
interface Fact {
  readonly family: ExporterFamily;
  /** Sets the gauge, which has no series before. */
  readonly read: (options: MetricsOptions, gauge: Gauge) => void;
}

const { build, sessions, series, databaseUsable, lastReconciliation } = EXPORTER_FAMILIES;
const { logLinesDropped, decodeDuration, renderDuration } = EXPORTER_FAMILIES;

const FACTS: readonly Fact[] = [
  {
    family: build,
    read: ({ version }, gauge) => gauge.set({ version, node: process.versions.node }, 1),
  },
  {
    family: sessions,
    read: ({ facts }, gauge) => {
      for (const [state, count] of Object.entries(facts.sessionsByState())) gauge.set({ state }, count);
    },
  },
  {
    family: series,
    read: ({ store }, gauge) => gauge.set(store.seriesCount()),
  },
  {
    family: databaseUsable,
    read: ({ facts }, gauge) => gauge.set(Number(facts.isDatabaseUsable())),
  },
  {
    family: lastReconciliation,
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
    ...FACTS.map(({ family: { name, help, labels }, read }) =>
      makeGaugeProvider({
        ...{ name, help, labelNames: [...labels], registers },
        inject: [METRICS_OPTIONS],
        collect(this: Gauge, options: MetricsOptions) {
          clear(this, labels);
          read(options, this);
        },
      }),
    ),
    makeCounterProvider({
      ...{ name: logLinesDropped.name, help: logLinesDropped.help, registers },
      inject: [METRICS_OPTIONS],
      collect(this: Counter, { facts }: MetricsOptions) {
        this.reset();
        this.inc(facts.droppedLogLines());
      },
    }),
    makeHistogramProvider({
      ...{ name: decodeDuration.name, help: decodeDuration.help, registers },
      buckets: [0.0001, 0.00025, 0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1],
    }),
    makeHistogramProvider({
      ...{ name: renderDuration.name, help: renderDuration.help, registers },
      buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1],
    }),
    ExporterMetrics,
  ];
}

/** Takes all series of a gauge away; a mere reset leaves one without labels at 0. */
function clear(gauge: Gauge, labels: readonly string[]): void {
  gauge.reset();
  if (labels.length === 0) gauge.remove();
}

/** The exporter's own metrics, kept by prom-client. */
@Injectable()
export class ExporterMetrics {
  constructor(
    private readonly registry: Registry,
    @Inject(getToken(decodeDuration.name)) private readonly decoding: Histogram,
    @Inject(getToken(renderDuration.name)) private readonly rendering: Histogram,
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

  /** Renders all of them, or those of some names, without the end mark of OpenMetrics. */
  async render(format: Format, names?: ChosenNames): Promise<string> {
    const metrics = await this.registry.getMetricsAsJSON();
    return renderMetrics(names === undefined ? metrics : chosenOf(metrics, names), format);
  }
}
