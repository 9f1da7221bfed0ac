import type { ChannelConfig, PtpConfig } from '@snp/protocol';
import type { Reader } from '../../device/device-reader';
import { ConfigurationReader, type ReadingPace } from './configuration-reader';
import { Poller, type PollEndpoint, type PollerDependencies, type PollGroup, type PollResult } from './poller';

export interface DevicePollsListener {
  /**
   * What an endpoint says now; undefined: it does not say, and what it said before no longer holds.
   * @returns whether the device is used in another way than before
   */
  polled(endpoint: PollEndpoint, value: object | undefined): boolean;
  /** A round of polls is over. */
  finished(): void;
  ptp(config: PtpConfig | undefined): void;
  channel(channel: string, config: ChannelConfig | undefined): void;
}

export interface DevicePollsDependencies extends PollerDependencies {
  readonly pace: ReadingPace;
  readonly configurationReader: () => Reader;
  /** The channels that are in use now. */
  readonly channels: () => readonly string[];
}

/** All that is read from a device over REST during a session: its polls, and between them what changes seldom. */
export class DevicePolls {
  private readonly poller: Poller;
  private readonly configurations: ConfigurationReader;

  constructor(dependencies: DevicePollsDependencies, listener: DevicePollsListener) {
    const poller = new Poller(dependencies, {
      began: () => this.configurations.hold(),
      polled: (endpoint, value) => {
        if (listener.polled(endpoint, value)) this.configurations.readAll();
      },
      finished: () => {
        listener.finished();
        this.configurations.release();
      },
    });
    this.poller = poller;
    this.configurations = new ConfigurationReader(
      {
        ...dependencies,
        token: poller.token,
        reader: dependencies.configurationReader,
        isPollNear: () => poller.isNear,
      },
      listener,
    );
  }

  /** By group; a group that the device does not have is not there. */
  get results(): ReadonlyMap<PollGroup, PollResult> {
    return this.poller.results;
  }

  start(token: string): void {
    this.configurations.stop();
    this.poller.start(token);
  }

  stop(): void {
    this.poller.stop();
    this.configurations.stop();
  }

  /** Other channels may be in use. */
  channelsChanged(): void {
    this.configurations.refresh();
  }
}
