import { Injectable } from '@nestjs/common';
import type { AboutDto } from '../dto/about.dto';
import type { CatalogueEntryDto } from '../dto/object.dto';

@Injectable()
export class AboutService {
  declare about: (host: string) => Promise<AboutDto>;
  declare catalogue: () => CatalogueEntryDto[];
}
