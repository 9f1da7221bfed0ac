import type { NestExpressApplication } from '@nestjs/platform-express';
import { admitSockets, SupervisorService } from '@snp/collector';
import { limitTimes } from './listeners';
import { ConnectionKeeper } from './connection-keeper';
import { DescriptorWatch } from './descriptor-watch';

/** The two ports, kept open whatever their clients do and however many devices there are. */
export class Ports {
  private watch: DescriptorWatch | undefined;

  private constructor(private readonly keeper: ConnectionKeeper) {}

  static of(core: NestExpressApplication, metrics: NestExpressApplication): Ports {
    const supervisor = core.get(SupervisorService);
    const devices = () => Object.values(supervisor.countByState()).reduce((sum, count) => sum + count, 0);
    const keeper = new ConnectionKeeper({ devices });
    for (const application of [core, metrics]) {
      limitTimes(application.getHttpServer());
      keeper.keep(application.getHttpServer());
    }
    admitSockets(() => keeper.admitOutgoing());
    return new Ports(keeper);
  }

  /** Compares the limit of file descriptors with the fleet, from now on. */
  watchFleet(): void {
    this.watch = new DescriptorWatch(this.keeper);
  }

  close(): void {
    this.watch?.stop();
    this.keeper.close();
  }
}
