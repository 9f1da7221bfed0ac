import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eventually } from './eventually';
import { freePort } from './exporter';
import { prometheusPath } from './programs';

/** One series of an instant query. */
export interface PrometheusSeries {
  readonly metric: Readonly<Record<string, string>>;
  readonly value: number;
}

interface QueryAnswer {
  readonly data: { readonly result: readonly { metric: Record<string, string>; value: [number, string] }[] };
}

/** A real Prometheus with a scrape configuration of the test's. */
export class Prometheus {
  private constructor(
    private readonly process: ChildProcess,
    private readonly url: string,
    private readonly folder: string,
  ) {}

  /** @param scrapeConfigurations the YAML below `scrape_configs:`, indented by two spaces */
  static async start(scrapeConfigurations: string): Promise<Prometheus> {
    if (!prometheusPath) throw new Error('prometheus is not installed');
    const folder = await mkdtemp(join(tmpdir(), 'snp-prometheus-'));
    const file = join(folder, 'prometheus.yml');
    await writeFile(
      file,
      `global:\n  scrape_interval: 1s\n  scrape_timeout: 1s\nscrape_configs:\n${scrapeConfigurations}`,
    );
    const port = await freePort();
    const child = spawn(
      prometheusPath,
      [
        `--config.file=${file}`,
        `--storage.tsdb.path=${join(folder, 'data')}`,
        `--web.listen-address=127.0.0.1:${port}`,
        '--log.level=error',
      ],
      { stdio: ['ignore', 'inherit', 'inherit'] },
    );
    const prometheus = new Prometheus(child, `http://127.0.0.1:${port}`, folder);
    const isReady = () =>
      fetch(`${prometheus.url}/-/ready`).then(
        (response) => response.ok,
        () => false,
      );
    await eventually(isReady, () => 'Prometheus to be ready');
    return prometheus;
  }

  /** Asks for the value of an expression now. */
  async query(expression: string): Promise<PrometheusSeries[]> {
    const response = await fetch(`${this.url}/api/v1/query?query=${encodeURIComponent(expression)}`);
    if (!response.ok) throw new Error(`${expression}: ${response.status} ${await response.text()}`);
    const { data } = (await response.json()) as QueryAnswer;
    return data.result.map(({ metric, value: [, value] }) => ({ metric, value: Number(value) }));
  }

  /** The value of an expression that has one series. */
  async value(expression: string): Promise<number | undefined> {
    return (await this.query(expression))[0]?.value;
  }

  async stop(): Promise<void> {
    const gone = once(this.process, 'exit');
    this.process.kill('SIGTERM');
    await gone;
    await rm(this.folder, { recursive: true, force: true });
  }
}
