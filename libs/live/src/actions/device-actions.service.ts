import { Injectable } from '@nestjs/common';
import type { Request, Response } from 'express';
import type { DiscoveryDto } from '../dto/probe.dto';

@Injectable()
export class DeviceActionsService {
  declare test: (body: unknown, request: Request, response: Response) => Promise<void>;
  declare discover: (body: unknown, request: Request, response: Response) => Promise<DiscoveryDto>;
}
