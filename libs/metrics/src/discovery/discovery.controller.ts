import { Controller, Get, Inject, Logger, Req } from '@nestjs/common';
import { parsedUrl } from '@snp/connections';
import type { Request } from 'express';
import { METRICS_OPTIONS, type MetricsOptions, type ScrapeTarget } from '../metrics-options';
import { ScrapeError } from '../scrape/scrape-error';

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
  private readonly logger = new Logger('Discovery');

  constructor(@Inject(METRICS_OPTIONS) private readonly options: MetricsOptions) {}

  @Get()
  async targets(@Req() request: Request): Promise<TargetGroup[]> {
    const exporter = this.address(request);
    const connections = await this.connections();
    return connections
      .filter(({ enabled }) => enabled)
      .map((connection) => ({ targets: [exporter], labels: labelsOf(connection) }));
  }

  /** The name under which people know the exporter, or the one by which it was asked. */
  private address({ host, socket }: Request): string {
    const { externalUrl } = this.options;
    if (externalUrl !== undefined) return `${new URL(externalUrl).hostname}:${socket.localPort}`;
    return host ?? `localhost:${socket.localPort}`;
  }

  /** On an error Prometheus keeps the targets that it has. */
  private async connections(): Promise<readonly ScrapeTarget[]> {
    try {
      return await this.options.targets();
    } catch (error) {
      this.logger.warn('connections cannot be read', { error: String(error) });
      throw new ScrapeError(503, 'The connections cannot be read now.');
    }
  }
}

/**
 * All targets have the address of the exporter, so that the name of the connection is the `instance`. Tags are offered as
 * `__meta_` labels, to be taken over by relabelling: as labels they could be anything, the address of the target too.
 */
function labelsOf({ id, name, restapi, tags }: ScrapeTarget): Record<string, string> {
  const labels: Record<string, string> = {
    __metrics_path__: '/probe',
    __param_target: name,
    instance: name,
    __meta_snp_id: String(id),
    __meta_snp_name: name,
    __meta_snp_host: parsedUrl(restapi)?.host ?? '',
  };
  for (const [tag, value] of Object.entries(tags)) labels[`__meta_snp_tag_${tag.replace(NOT_IN_A_LABEL, '_')}`] = value;
  return labels;
}
