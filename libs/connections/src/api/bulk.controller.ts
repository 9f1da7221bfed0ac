import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiBody, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { ApiProblems, Validated } from '@snp/http';
import { BulkService } from '../bulk/bulk.service';
import { BulkChangeDto, BulkResultDto } from '../dto/bulk-change.dto';

/** One change to many connections. */
@ApiTags('connections')
@Controller('api/connections/bulk')
export class BulkController {
  constructor(private readonly bulk: BulkService) {}

  @Post()
  @HttpCode(200)
  @ApiOperation({
    operationId: 'changeConnections',
    summary: 'Change many connections',
    description:
      'Changes all selected connections or none. If the change is refused, `errors` lists the connections that prevented it.',
  })
  @ApiBody({ type: BulkChangeDto })
  @ApiOkResponse({ type: BulkResultDto, description: 'Outcome for each connection' })
  @ApiProblems(400, 413, 415, 422)
  change(@Body(Validated) body: BulkChangeDto): Promise<BulkResultDto> {
    return this.bulk.apply(body);
  }
}
