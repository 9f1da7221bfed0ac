import { Controller, Get, Header, Inject, ServiceUnavailableException } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Readiness } from '../readiness';

/** The two questions that a container platform asks; the same on both ports. */
@ApiExcludeController()
@Controller('-')
export class HealthController {
  constructor(@Inject(Readiness) private readonly readiness: Readiness) {}

  /** The process answers. */
  @Get('healthy')
  @Header('Content-Type', 'text/plain; charset=utf-8')
  healthy(): string {
    return 'healthy\n';
  }

  /** The first look at the wanted connections is done. */
  @Get('ready')
  @Header('Content-Type', 'text/plain; charset=utf-8')
  ready(): string {
    if (!this.readiness.isReady) throw new ServiceUnavailableException('still starting');
    return 'ready\n';
  }
}
