import { Logger } from '@nestjs/common';
import type { ConnectionKeeper } from './connection-keeper';

const REMEDY =
  'Raise the limit of open files: LimitNOFILE= in systemd, --ulimit nofile= or ulimits: in Docker, ulimit -n in a shell.';

/** The fleet is looked at this often, in milliseconds. */
const LOOK_MS = 5_000;
/** Said again when the fleet has grown by so much since. */
const GROWTH = 1.1;

/** Compares the limit of file descriptors with what the fleet needs, at start and whenever the fleet grows. */
export class DescriptorWatch {
  private readonly logger = new Logger('Ports');
  private told = 0;
  private readonly timer: NodeJS.Timeout;

  constructor(private readonly keeper: ConnectionKeeper) {
    this.compare();
    this.timer = setInterval(() => this.compare(), LOOK_MS).unref();
  }

  compare(): void {
    const { needed, descriptors } = this.keeper;
    if (descriptors.limit === undefined || needed <= descriptors.limit) {
      this.told = 0;
    } else if (needed > this.told * GROWTH) {
      this.told = needed;
      this.logger.warn('too few file descriptors for the fleet', { ...this.keeper.figures(), remedy: REMEDY });
    }
  }

  stop(): void {
    clearInterval(this.timer);
  }
}
