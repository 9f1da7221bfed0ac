import { Injectable } from '@nestjs/common';
import type { AlarmDto } from '../dto/alarm.dto';

@Injectable()
export class AlarmsService {
  declare raised: (search: string, connectionId?: number) => Promise<AlarmDto[]>;
}
