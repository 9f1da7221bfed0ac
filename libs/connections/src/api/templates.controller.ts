import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { OBJECT_TEMPLATES } from '@snp/protocol';
import { ObjectTemplateDto } from '../dto/answers.dto';

/** Lists of objects that spare writing `objects_ids` by hand. */
@ApiTags('connections')
@Controller('api/object-templates')
export class TemplatesController {
  @Get()
  @ApiOperation({ operationId: 'listObjectTemplates', summary: 'List object templates' })
  @ApiOkResponse({ type: [ObjectTemplateDto], description: 'The templates, smallest first' })
  list(): ObjectTemplateDto[] {
    return Object.values(OBJECT_TEMPLATES).map(({ name, description, objects }) => ({
      name,
      description,
      objects_ids: objects,
    }));
  }
}
