import type { Request } from 'express';

/** The address of who asks: behind a trusted proxy the forwarded one. */
export function clientOf({ ip = 'unknown' }: Pick<Request, 'ip'>): string {
  return ip.replace(/^::ffff:(?=\d+\.)/i, '');
}
