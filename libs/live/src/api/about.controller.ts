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
    summary: 'The exporter itself',
    description: 'Version, database, sessions, memory, the health rules and the addresses to scrape.',
  })
  @ApiOkResponse({ type: AboutDto, description: 'How the exporter is' })
  @ApiProblems()
  getAbout(@Req() request: Request): Promise<AboutDto> {
    return this.service.about(request.hostname);
  }

  @Get('catalogue')
  @ApiOperation({
    summary: 'Every metric',
    description: 'Name, type, unit, labels and source of every metric that devices have.',
  })
  @ApiOkResponse({ type: [CatalogueEntryDto], description: 'The metrics, by group' })
  @ApiProblems()
  getCatalogue(): CatalogueEntryDto[] {
    return this.service.catalogue();
  }
}
