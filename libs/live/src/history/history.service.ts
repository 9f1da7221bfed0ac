import { Injectable } from '@nestjs/common';
import type { HistoryDto } from '../dto/history.dto';

@Injectable()
export class HistoryService {
  declare lastHour: (id: number) => Promise<HistoryDto>;
}
