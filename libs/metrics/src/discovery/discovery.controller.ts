import { Controller, Get, Inject, Req } from '@nestjs/common';
import type { Request } from 'express';
import { METRICS_OPTIONS, type MetricsOptions } from '../metrics-options';

/** One entry of Prometheus' HTTP service discovery. */
export interface TargetGroup {
  readonly targets: readonly string[];
  readonly labels: Readonly<Record<string, string>>;
}

/** Label names of Prometheus take fewer characters than tags. */
const NOT_IN_A_LABEL = /[^a-zA-Z0-9_]/g;

/** Tells Prometheus which devices there are: one target group for each enabled connection. */
@Controller('sd')
export class DiscoveryController {
  constructor(@Inject(METRICS_OPTIONS) private readonly options: MetricsOptions) {}

  @Get()
  async targets(@Req() request: Request): Promise<TargetGroup[]> {
    const exporter = request.headers.host ?? `localhost:${request.socket.localPort}`;
    const connections = await this.options.targets();
    return connections
      .filter(({ enabled }) => enabled)
      .map(({ name, tags }) => ({
        targets: [exporter],
        labels: { __metrics_path__: '/probe', __param_target: name, ...labelsOf(tags) },
      }));
  }
}

function labelsOf(tags: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(tags).map(([key, value]) => [key.replace(NOT_IN_A_LABEL, '_'), value]));
}
