import { PartialType } from '@nestjs/swagger';
import { ReplaceConnectionDto } from './replace-connection.dto';

/** Parts of a connection; what is missing stays as it is. */
export class PatchConnectionDto extends PartialType(ReplaceConnectionDto, { skipNullProperties: false }) {}
