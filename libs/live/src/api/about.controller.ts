import { Controller, Get, Req } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { ApiProblems } from '@snp/http';
import type { Request } from 'express';
import { AboutService } from '../about/about.service';
import { AboutDto } from '../dto/about.dto';
import { CatalogueEntryDto } from '../dto/object.dto';

@ApiTags('exporter')
@Controller('api')
export class AboutController {
  constructor(private readonly service: AboutService) {}

  @Get('about')
  @ApiOperation({
    summary: 'Exporter status',
    description: 'Version, database, sessions, memory, health rules and the URLs to scrape.',
  })
  @ApiOkResponse({ type: AboutDto, description: 'Exporter status' })
  @ApiProblems()
  getAbout(@Req() request: Request): Promise<AboutDto> {
    return this.service.about(request.hostname);
  }

  @Get('catalogue')
  @ApiOperation({
    summary: 'List the metrics',
    description: 'Name, type, unit, labels, help text and source of every device metric.',
  })
  @ApiOkResponse({ type: [CatalogueEntryDto], description: 'The metrics, by group' })
  @ApiProblems()
  getCatalogue(): CatalogueEntryDto[] {
    return this.service.catalogue();
  }
}
