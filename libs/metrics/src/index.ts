export { ExporterMetrics } from './exporter/exporter-metrics';
export { EXPORTER_GROUP, type ExporterFacts, type MetricsOptions, type ScrapeTarget } from './metrics-options';
export { MetricsModule } from './metrics.module';
