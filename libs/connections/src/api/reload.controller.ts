import { Controller, HttpCode, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { ConnectionChanges } from '../connection-changes';
import { MessageDto } from '../dto/answers.dto';
import { ApiProblems } from '@snp/http';

/** For whoever edits the database with another program. */
@ApiTags('exporter')
@Controller('api/reload')
export class ReloadController {
  constructor(private readonly changes: ConnectionChanges) {}

  @Post()
  @HttpCode(200)
  @ApiOperation({
    operationId: 'reload',
    summary: 'Look at the database now',
    description:
      'Changes made through the API need no reload; those of other programs are otherwise seen within seconds.',
  })
  @ApiOkResponse({ type: MessageDto, description: 'The exporter looks', example: { message: 'config reloaded' } })
  @ApiProblems(400, 413, 415)
  reload(): MessageDto {
    this.changes.announce({ kind: 'reload' });
    return { message: 'config reloaded' };
  }
}
