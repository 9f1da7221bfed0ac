import type { NestExpressApplication } from '@nestjs/platform-express';

/** A port that cannot be opened; the message names the port and the variable that changes it. */
export class PortUnavailable extends Error {}

const REASONS: Record<string, string> = {
  EADDRINUSE: 'is in use by another program',
  EACCES: 'needs privileges that this user does not have',
  EADDRNOTAVAIL: 'cannot be opened: this machine does not have that address',
};

/**
 * Opens a port for an application.
 * @param variable the environment variable that changes the port
 * @throws PortUnavailable
 */
export async function listen(app: NestExpressApplication, host: string, port: number, variable: string): Promise<void> {
  try {
    await app.listen(port, host);
  } catch (error) {
    const reason = REASONS[(error as NodeJS.ErrnoException).code ?? ''];
    if (reason === undefined) throw error;
    throw new PortUnavailable(`Port ${port} of ${host} ${reason}. Set ${variable} to use another one.`);
  }
}
