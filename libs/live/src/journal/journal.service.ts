import { Injectable } from '@nestjs/common';
import type { EventDto } from '../dto/event.dto';

@Injectable()
export class JournalService {
  declare newest: (id: number, limit: number, before?: number) => Promise<EventDto[]>;
}
