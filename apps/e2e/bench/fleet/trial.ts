import type { FleetOptions } from '@snp/simulator';
import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { Exporter } from '../../src/support/exporter';
import { eventually } from '../../src/support/eventually';
import { pause } from './figures';
import type { FleetMember, FleetOrder } from './fleet-child';

const TYPICAL = ['ptp/ptp', 'system/system', 'ipVidRx/ipVidRx', 'procChannelHD/A-HD-1'];

export interface TrialOptions extends FleetOptions {
  readonly devices: number;
  readonly subscription: 'typical' | 'everything';
}

/** An exporter and a fleet, each a process of its own, and what can be measured of them from outside. */
export class Trial {
  private constructor(
    readonly exporter: Exporter,
    private readonly fleet: ChildProcess,
    readonly members: readonly FleetMember[],
    /** Seconds from the start of the exporter until every device was connected. */
    readonly connectedAfter: number,
  ) {}

  static async start({ subscription, ...options }: TrialOptions): Promise<Trial> {
    const child = fork('tools/lib/bench-runner.cjs', [
      __filename,
      '--fleet',
      JSON.stringify({ stamp: true, ...options }),
    ]);
    const [members] = (await once(child, 'message')) as [readonly FleetMember[]];
    const exporter = await Exporter.start({ environment: { LOGGING: 'WARNING' } });
    const began = performance.now();
    await addAll(exporter, members, subscription);
    const trial = new Trial(exporter, child, members, 0);
    await eventually(
      async () => (await trial.connected()) === members.length,
      180_000,
      () => 'all devices to be connected',
    );
    return new Trial(exporter, child, members, (performance.now() - began) / 1_000);
  }

  order(order: FleetOrder): void {
    this.fleet.send(order);
  }

  async connected(): Promise<number> {
    return this.own('ic_snp_exporter_sessions{state="connected"}');
  }

  /** CPU of the exporter as a share of one core, over a time with a scrape of everything every five seconds. */
  async cpu(seconds: number): Promise<number> {
    const before = await this.own('process_cpu_seconds_total');
    const began = performance.now();
    for (const end = began + seconds * 1_000; performance.now() < end;) {
      await this.exporter.scrape();
      await pause(5_000);
    }
    return ((await this.own('process_cpu_seconds_total')) - before) / ((performance.now() - began) / 1_000);
  }

  /** Resident memory of the exporter, in MiB. */
  async memory(): Promise<number> {
    return (await this.own('process_resident_memory_bytes')) / 2 ** 20;
  }

  /** Milliseconds from a device's sending until a scrape shows it, once for each of some devices. */
  async freshness(samples: number): Promise<number[]> {
    const stride = Math.max(1, Math.floor(this.members.length / samples));
    const times: number[] = [];
    for (let at = 0; times.length < samples; at += stride) {
      times.push(await this.freshnessOf(this.members[(at + 1) % this.members.length].name));
    }
    return times;
  }

  /** Milliseconds that each of a number of scrapes of everything took. */
  async scrapeTimes(scrapes: number): Promise<number[]> {
    const times: number[] = [];
    for (let at = 0; at < scrapes; at += 1) {
      const began = performance.now();
      const response = await fetch(`${this.exporter.metricsUrl}/metrics`, { signal: AbortSignal.timeout(10_000) });
      if (!response.ok) throw new Error(`a scrape answered ${response.status}`);
      await response.arrayBuffer();
      times.push(performance.now() - began);
      await pause(50);
    }
    return times;
  }

  async stop(): Promise<void> {
    await this.exporter.stop();
    const gone = once(this.fleet, 'exit');
    this.fleet.disconnect();
    await gone;
  }

  /** The fleet writes the time of sending into a counter of `ptp`. */
  private async freshnessOf(name: string): Promise<number> {
    const path = `/probe?collect[]=ptp&target=${encodeURIComponent(name)}`;
    const read = async () =>
      Number(/ic_snp_ptp_time_updates_total\{[^}]*\} (\S+)/.exec(await this.exporter.scrape(path))?.[1]);
    const first = await read();
    for (;;) {
      const now = await read();
      if (now !== first && !Number.isNaN(now)) return Date.now() - now;
      await pause(2);
    }
  }

  private async own(series: string): Promise<number> {
    const exposition = await this.exporter.scrape('/metrics?collect[]=exporter');
    const line = exposition.split('\n').find((each) => each.startsWith(`${series} `));
    return Number(line?.slice(series.length + 1));
  }
}

async function addAll(exporter: Exporter, members: readonly FleetMember[], subscription: TrialOptions['subscription']) {
  const connections = members.map(({ objects, ...member }) => ({
    ...member,
    enabled: true,
    objects_ids: objects
      .filter(({ type, id }) => subscription === 'everything' || TYPICAL.includes(`${type}/${id}`))
      .map(({ type, id }) => ({ elementIP: '127.0.0.1', objectType: type, objectId: id })),
  }));
  const { status } = await exporter.api('POST', '/api/import', { version: '1.0', connections });
  if (status !== 200) throw new Error(`the import answered ${status}`);
}
