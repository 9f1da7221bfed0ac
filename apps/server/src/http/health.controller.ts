import { Controller, Get, Header, ServiceUnavailableException } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Readiness } from './readiness';

/** Health and readiness checks of container platforms; the same on both ports. */
@ApiExcludeController()
@Controller('-')
export class HealthController {
  constructor(private readonly readiness: Readiness) {}

  /** The process answers. */
  @Get('healthy')
  @Header('Content-Type', 'text/plain; charset=utf-8')
  healthy(): string {
    return 'healthy\n';
  }

  /** The sessions of all connections have been started. */
  @Get('ready')
  @Header('Content-Type', 'text/plain; charset=utf-8')
  ready(): string {
    if (!this.readiness.isReady) throw new ServiceUnavailableException('still starting');
    return 'ready\n';
  }
}
