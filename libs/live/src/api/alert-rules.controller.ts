import { Controller, Get, Header } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { ALERT_GROUPS, alertFile } from '@snp/catalogue';
import { ApiProblems } from '@snp/http';
import { AlertGroupDto } from '../dto/alert-rule.dto';

const MEDIA_TYPE = 'application/yaml';

/** The alert rules, to read and to give to Prometheus. */
@ApiTags('exporter')
@Controller('api')
export class AlertRulesController {
  @Get('alert-rules')
  @ApiOperation({
    summary: 'List the alert rules',
    description: 'The rules of the file for Prometheus, by group, without the recording rules that they use.',
  })
  @ApiOkResponse({ type: [AlertGroupDto], description: 'The rules, by group' })
  @ApiProblems()
  listAlertRules(): AlertGroupDto[] {
    return ALERT_GROUPS.map(({ name, title, rules }) => ({
      name,
      title,
      rules: rules.map(({ subject: _, ...shown }) => shown),
    }));
  }

  @Get('alert-rules.yml')
  @Header('Content-Type', MEDIA_TYPE)
  @Header('Content-Disposition', 'attachment; filename="snp-alerts.yml"')
  @ApiOperation({
    summary: 'Get the alert rules as a file',
    description: 'A rule file for Prometheus, to be listed under `rule_files`.',
  })
  @ApiOkResponse({
    description: 'The rule file',
    content: { [MEDIA_TYPE]: { schema: { type: 'string', format: 'binary' } } },
  })
  @ApiProblems()
  getAlertRuleFile(): string {
    return alertFile();
  }
}
