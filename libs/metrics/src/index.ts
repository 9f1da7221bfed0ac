export { ExporterMetrics } from './exporter/exporter-metrics';
export type { ExporterFacts, MetricsOptions, ScrapeTarget } from './metrics-options';
export { MetricsModule } from './metrics.module';
export { securityHeaders } from './security-headers';
