import { LEGS } from '@snp/protocol';
import { Random } from '../random';
import type { AlarmOptions, Alarms } from './alarms';
import type { DeviceIdentity } from './identity';
import type { Network } from './network';
import type { PtpClock } from './ptp-clock';
import type { Receivers } from './receivers';
import type { Channel, Signals } from './signals';
import type { Thermals } from './thermals';

/** What of a device an incident can happen to. */
interface DeviceParts {
  readonly thermals: Thermals;
  readonly ptp: PtpClock;
  readonly network: Network;
  readonly receivers: Receivers;
  readonly signals: Signals;
  readonly alarms: Alarms;
  readonly identity: DeviceIdentity;
  isRebootRequired: boolean;
  isPowerSupplyOk: boolean;
  /** Returns the alarm's number. */
  raise(alarm: AlarmOptions): number;
}

/** Something that goes wrong on a device by itself, and is over after a while. */
interface Incident {
  readonly name: string;
  readonly seconds: readonly [shortest: number, longest: number];
  /** Makes it happen; returns what ends it. Undefined where there is nothing that it could happen to. */
  begin(device: DeviceParts, random: Random): (() => void) | undefined;
}

const SECONDS_PER_HOUR = 3600;
/** Nothing goes wrong right after a start: whoever connects sees a healthy device first. */
const QUIET_SECONDS = 60;

const INCIDENTS: readonly Incident[] = [
  {
    name: 'PTP master lost',
    seconds: [10, 40],
    begin(device) {
      device.ptp.loseMaster();
      const alarm = device.raise({
        reason: 'PTP is not locked to a master.',
        location: 'PTP',
        objectId: 'ptp',
        severity: 'major',
      });
      return () => {
        device.ptp.acquire();
        device.alarms.clear(alarm);
      };
    },
  },
  {
    name: 'PTP holdover',
    seconds: [10, 30],
    begin(device) {
      device.ptp.holdOver();
      const alarm = device.raise({ reason: 'PTP is in holdover.', location: 'PTP', objectId: 'ptp' });
      return () => {
        device.ptp.acquire();
        device.alarms.clear(alarm);
      };
    },
  },
  {
    name: 'grandmaster change',
    seconds: [1, 1],
    begin(device) {
      device.ptp.changeGrandmaster();
      return () => undefined;
    },
  },
  {
    name: 'packet loss',
    seconds: [15, 60],
    begin(device, random) {
      device.receivers.losePackets(random.integer(5, 400));
      const alarm = device.raise({
        reason: 'Packets are missing on video receivers.',
        location: 'IP receivers',
        objectId: 'ipVidRx',
      });
      return () => {
        device.receivers.losePackets(0);
        device.alarms.clear(alarm);
      };
    },
  },
  {
    name: 'leg lost',
    seconds: [10, 45],
    begin(device, random) {
      const leg = random.pick(LEGS);
      device.receivers.loseLeg(leg);
      const alarm = device.raise({
        reason: `No packets on the ${leg} network.`,
        location: 'IP receivers',
        objectId: 'ipWan',
      });
      return () => {
        device.receivers.loseLeg(null);
        device.alarms.clear(alarm);
      };
    },
  },
  {
    name: 'unwanted multicast',
    seconds: [15, 45],
    begin({ network }, random) {
      network.flood(random.pick(LEGS));
      return () => network.flood(null);
    },
  },
  {
    name: 'registration lost',
    seconds: [15, 60],
    begin({ network, identity }) {
      if (!identity.hasRegistration) return undefined;
      network.isRegistered = false;
      return () => {
        network.isRegistered = true;
      };
    },
  },
  {
    name: 'sender switched off',
    seconds: [15, 60],
    begin(device) {
      device.network.overloaded = 'D';
      const alarm = device.raise({
        reason: 'Transmit bandwidth of the processor is exceeded.',
        location: 'ProcessorD',
        objectId: 'ipVidTx',
        severity: 'major',
      });
      return () => {
        device.network.overloaded = null;
        device.alarms.clear(alarm);
      };
    },
  },
  {
    name: 'reboot required',
    seconds: [30, 90],
    begin(device) {
      device.isRebootRequired = true;
      return () => {
        device.isRebootRequired = false;
      };
    },
  },
  {
    name: 'damaged frames',
    seconds: [10, 45],
    begin(device, random) {
      const leg = random.pick(LEGS);
      device.network.damageFrames(leg);
      const alarm = device.raise({
        reason: `Frame check errors on the ${leg} network.`,
        location: 'Network',
        objectId: 'ipWan',
      });
      return () => {
        device.network.damageFrames(null);
        device.alarms.clear(alarm);
      };
    },
  },
  {
    name: 'slow fan',
    seconds: [40, 120],
    begin(device, random) {
      const fan = random.integer(0, 3);
      device.thermals.slowDownFan(fan);
      const alarm = device.raise({
        reason: `Front fan ${fan + 1} turns too slowly.`,
        location: 'System cooling',
        severity: 'major',
      });
      return () => {
        device.thermals.slowDownFan(null);
        device.alarms.clear(alarm);
      };
    },
  },
  {
    name: 'power supply out',
    seconds: [30, 90],
    begin(device) {
      device.isPowerSupplyOk = false;
      const alarm = device.raise({
        reason: 'Power supply B has failed or has no mains.',
        location: 'System power supply',
        severity: 'major',
      });
      return () => {
        device.isPowerSupplyOk = true;
        device.alarms.clear(alarm);
      };
    },
  },
  {
    name: 'channel input',
    seconds: [15, 60],
    begin(device, random) {
      const channel = random.pick(device.signals.liveChannels());
      if (!channel) return undefined;
      channel.input = random.pick(['missing', 'black', 'frozen'] as const);
      const alarm = device.raise({
        reason: `Input video is ${channel.input}.`,
        location: programOf(channel),
        objectId: channel.id,
      });
      return () => {
        channel.input = channel.usualInput;
        device.alarms.clear(alarm);
      };
    },
  },
  {
    name: 'changeover',
    seconds: [20, 60],
    begin(device, random) {
      const channel = random.pick(device.signals.changeovers());
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
    begin(device, random) {
      device.signals.damage(random.pick(device.signals.presentInputs()));
      return () => device.signals.damage(undefined);
    },
  },
];

const CHANNELS_PER_SECTION = 4;

/** How alarms name a channel. */
function programOf({ processor, position, isUhd }: Channel): string {
  if (isUhd) return `Processor${processor} Section${position + 1}`;
  const section = Math.floor(position / CHANNELS_PER_SECTION) + 1;
  return `Processor${processor} Section${section} Program${(position % CHANNELS_PER_SECTION) + 1}`;
}

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

  step(device: DeviceParts, seconds: number): void {
    if (this.under) {
      this.under.endsIn -= seconds;
      if (this.under.endsIn > 0) return;
      this.under.end();
      this.under = undefined;
      this.nextIn = this.pause();
    } else {
      this.nextIn -= seconds;
      if (this.nextIn <= 0) this.begin(device);
    }
  }

  private begin(device: DeviceParts): void {
    const incident = this.random.pick(INCIDENTS);
    const end = incident.begin(device, this.random);
    if (end) this.under = { endsIn: this.random.between(...incident.seconds), end };
    else this.nextIn = this.pause();
  }

  private pause(): number {
    if (this.perHour <= 0) return Infinity;
    return (SECONDS_PER_HOUR / this.perHour) * this.random.between(0.3, 1.7);
  }
}
