import { Injectable } from '@nestjs/common';
import type { Request, Response } from 'express';

@Injectable()
export class StreamHub {
  declare open: (request: Request, response: Response, lastId?: string) => void;
}
