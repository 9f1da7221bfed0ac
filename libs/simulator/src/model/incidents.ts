import { Random } from '../random';
import type { DeviceModel } from './device-model';

/** Something that goes wrong on a device by itself, and is over after a while. */
interface Incident {
  readonly name: string;
  readonly seconds: readonly [shortest: number, longest: number];
  /** Makes it happen; returns what ends it. Undefined where there is nothing that it could happen to. */
  begin(model: DeviceModel, random: Random): (() => void) | undefined;
}

const SECONDS_PER_HOUR = 3600;
/** Nothing goes wrong right after a start: whoever connects sees a healthy device first. */
const QUIET_SECONDS = 60;

const INCIDENTS: readonly Incident[] = [
  {
    name: 'PTP master lost',
    seconds: [10, 40],
    begin(model) {
      model.ptp.loseMaster();
      const alarm = model.raise({
        reason: 'PTP is not locked to a master.',
        location: 'PTP',
        objectId: 'ptp',
        severity: 'major',
      });
      return () => {
        model.ptp.acquire();
        model.alarms.clear(alarm);
      };
    },
  },
  {
    name: 'PTP holdover',
    seconds: [10, 30],
    begin(model) {
      model.ptp.holdOver();
      const alarm = model.raise({ reason: 'PTP is in holdover.', location: 'PTP', objectId: 'ptp' });
      return () => {
        model.ptp.acquire();
        model.alarms.clear(alarm);
      };
    },
  },
  {
    name: 'grandmaster change',
    seconds: [1, 1],
    begin(model) {
      model.ptp.changeGrandmaster();
      return () => undefined;
    },
  },
  {
    name: 'packet loss',
    seconds: [15, 60],
    begin(model, random) {
      model.receivers.losePackets(random.integer(5, 400));
      const alarm = model.raise({
        reason: 'Packets are missing on video receivers.',
        location: 'IP receivers',
        objectId: 'ipVidRx',
      });
      return () => {
        model.receivers.losePackets(0);
        model.alarms.clear(alarm);
      };
    },
  },
  {
    name: 'secondary leg lost',
    seconds: [10, 45],
    begin(model) {
      model.receivers.loseSecondaryLeg(true);
      const alarm = model.raise({
        reason: 'No packets on the secondary network.',
        location: 'IP receivers',
        objectId: 'ipWan',
      });
      return () => {
        model.receivers.loseSecondaryLeg(false);
        model.alarms.clear(alarm);
      };
    },
  },
  {
    name: 'damaged frames',
    seconds: [10, 45],
    begin(model, random) {
      const leg = random.pick(['primary', 'secondary'] as const);
      model.network.damageFrames(leg);
      const alarm = model.raise({
        reason: `Frame check errors on the ${leg} network.`,
        location: 'Network',
        objectId: 'ipWan',
      });
      return () => {
        model.network.damageFrames(null);
        model.alarms.clear(alarm);
      };
    },
  },
  {
    name: 'slow fan',
    seconds: [40, 120],
    begin(model, random) {
      const fan = random.integer(0, 3);
      model.thermals.slowDownFan(fan);
      const alarm = model.raise({
        reason: `Front fan ${fan + 1} turns too slowly.`,
        location: 'System cooling',
        severity: 'major',
      });
      return () => {
        model.thermals.slowDownFan(null);
        model.alarms.clear(alarm);
      };
    },
  },
  {
    name: 'power supply out',
    seconds: [30, 90],
    begin(model) {
      model.isPowerSupplyOk = false;
      const alarm = model.raise({
        reason: 'Power supply B has failed or has no mains.',
        location: 'System power supply',
        severity: 'major',
      });
      return () => {
        model.isPowerSupplyOk = true;
        model.alarms.clear(alarm);
      };
    },
  },
  {
    name: 'channel input',
    seconds: [15, 60],
    begin(model, random) {
      const channel = random.pick(model.signals.liveChannels());
      if (!channel) return undefined;
      channel.input = random.pick(['missing', 'black', 'frozen'] as const);
      const alarm = model.raise({
        reason: `Input video is ${channel.input}.`,
        location: channel.id,
        objectId: channel.id,
      });
      return () => {
        channel.input = channel.usualInput;
        model.alarms.clear(alarm);
      };
    },
  },
  {
    name: 'changeover',
    seconds: [20, 60],
    begin(model, random) {
      const channel = random.pick(model.signals.liveChannels());
      if (!channel) return undefined;
      const before = channel.path;
      channel.path = before === 'A' ? 'B' : 'A';
      return () => {
        channel.path = before;
      };
    },
  },
  {
    name: 'SDI errors',
    seconds: [10, 40],
    begin(model, random) {
      model.signals.damage(random.pick(model.signals.presentInputs()));
      return () => model.signals.damage(undefined);
    },
  },
];

/** Decides when what goes wrong on a device: one thing at a time, all of it by the seed. */
export class Incidents {
  private nextIn: number;
  private under: { endsIn: number; end: () => void } | undefined;

  constructor(
    private readonly random: Random,
    private readonly perHour: number,
  ) {
    this.nextIn = QUIET_SECONDS + this.pause();
  }

  step(model: DeviceModel, seconds: number): void {
    if (this.under) {
      this.under.endsIn -= seconds;
      if (this.under.endsIn > 0) return;
      this.under.end();
      this.under = undefined;
      this.nextIn = this.pause();
    } else {
      this.nextIn -= seconds;
      if (this.nextIn <= 0) this.begin(model);
    }
  }

  private begin(model: DeviceModel): void {
    const incident = this.random.pick(INCIDENTS);
    const end = incident.begin(model, this.random);
    if (end) this.under = { endsIn: this.random.between(...incident.seconds), end };
    else this.nextIn = this.pause();
  }

  private pause(): number {
    if (this.perHour <= 0) return Infinity;
    return (SECONDS_PER_HOUR / this.perHour) * this.random.between(0.3, 1.7);
  }
}
