import { Injectable } from '@nestjs/common';
import type { FleetDto } from '../dto/fleet.dto';

@Injectable()
export class FleetService {
  async overview(): Promise<FleetDto> {
    return {
      generated_at: new Date().toISOString(),
      counts: { healthy: 0, degraded: 0, failed: 0, no_data: 0, off: 0 },
      devices: [],
    };
  }
}
