import { Injectable } from '@nestjs/common';
import type { DeviceObjectDto, SeriesDto } from '../dto/object.dto';
import type { DeviceStatusDto } from '../dto/status/device-status.dto';
import type { StatusSection } from '../dto/words';

@Injectable()
export class DeviceService {
  declare status: (id: number, sections?: ReadonlySet<StatusSection>) => Promise<DeviceStatusDto>;
  declare objectsAsSent: (id: number, type: string) => Promise<string>;
  declare objects: (id: number) => Promise<DeviceObjectDto[]>;
  declare series: (id: number, search: string) => Promise<SeriesDto[]>;
}
