import { Injectable, type PipeTransform } from '@nestjs/common';
import { unreadable } from '../problems/problems';

/** An id in a path: a positive whole number. */
@Injectable()
export class IdPipe implements PipeTransform<string, number> {
  transform(text: string): number {
    const id = /^[1-9][0-9]{0,15}$/.test(text) ? Number(text) : NaN;
    if (!Number.isSafeInteger(id)) throw unreadable('The id must be a positive whole number.');
    return id;
  }
}
