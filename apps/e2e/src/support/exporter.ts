import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { faultsOf } from './api-document';
import { eventually } from './eventually';
import { ROOT } from './workspace';

export interface ExporterOptions {
  /** An existing database; otherwise a fresh one, gone with the exporter. */
  readonly databasePath?: string;
  readonly environment?: Readonly<Record<string, string>>;
  /** The built program; the workspace's own unless another installation is tried. */
  readonly program?: string;
  /** The folder in which it is started. */
  readonly directory?: string;
  /** How it is reached, where `HOST` is another address. */
  readonly address?: string;
  /** The limit of its file descriptors. */
  readonly descriptors?: number;
  /** Where its standard output goes, as an open file; otherwise into {@link Exporter.log}. */
  readonly stdout?: number;
}

/** The built exporter as a process of its own, on free ports. */
export class Exporter {
  private constructor(
    readonly process: ChildProcess,
    readonly dashboardUrl: string,
    readonly metricsUrl: string,
    readonly databasePath: string,
    private readonly output: string[],
    private readonly folder: string,
  ) {}

  static async start({
    databasePath,
    environment = {},
    program = 'dist/apps/server/main.js',
    directory = ROOT,
    address = '127.0.0.1',
    descriptors,
    stdout,
  }: ExporterOptions = {}): Promise<Exporter> {
    const folder = await mkdtemp(join(tmpdir(), 'snp-exporter-'));
    const path = databasePath ?? join(folder, 'connections.db');
    const [uiPort, metricsPort] = [await freePort(), await freePort()];
    const limited = ['sh', '-c', `ulimit -n ${descriptors}; exec "$0" "$@"`];
    const [command, ...args] = [...(descriptors === undefined ? [] : limited), process.execPath, program];
    const child = spawn(command, args, {
      cwd: directory,
      env: {
        ...process.env,
        HOST: '127.0.0.1',
        UI_PORT: String(uiPort),
        METRICS_PORT: String(metricsPort),
        DB_PATH: path,
        ...environment,
      },
      stdio: ['ignore', stdout ?? 'pipe', 'pipe'],
    });
    const output: string[] = [];
    for (const stream of [child.stdout, child.stderr])
      stream?.on('data', (piece: Buffer) => output.push(piece.toString()));
    const exporter = new Exporter(
      child,
      `http://${address}:${uiPort}`,
      `http://${address}:${metricsPort}`,
      path,
      output,
      folder,
    );
    await eventually(
      () => exporter.isReady(),
      () => `the exporter to be ready:\n${exporter.log}`,
    );
    return exporter;
  }

  /** Everything that it has printed. */
  get log(): string {
    return this.output.join('');
  }

  /** Sends a request to the API, reads the JSON answer and holds it against the API's document. */
  async api<T = unknown>(method: string, path: string, body?: unknown): Promise<{ status: number; body: T }> {
    const response = await fetch(`${this.dashboardUrl}${path}`, {
      method,
      headers: body === undefined ? {} : { 'Content-Type': 'application/json' },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
    const text = await response.text();
    const answer = (text ? JSON.parse(text) : undefined) as T;
    const faults = faultsOf(method, path, response.status, response.headers.get('content-type') ?? '', answer);
    if (faults.length > 0) throw new Error(faults.join('\n'));
    return { status: response.status, body: answer };
  }

  /** What a scrape answers now. */
  async scrape(path = '/metrics'): Promise<string> {
    return (await fetch(`${this.metricsUrl}${path}`)).text();
  }

  /** Ends it as a service manager would. @returns its exit code */
  async stop(signal: NodeJS.Signals = 'SIGTERM'): Promise<number | null> {
    if (this.process.exitCode === null && this.process.signalCode === null) {
      const gone = once(this.process, 'exit');
      this.process.kill(signal);
      await gone;
    }
    await rm(this.folder, { recursive: true, force: true });
    return this.process.exitCode;
  }

  private async isReady(): Promise<boolean> {
    if (this.process.exitCode !== null) throw new Error(`the exporter ended:\n${this.log}`);
    return fetch(`${this.metricsUrl}/-/ready`).then(
      (response) => response.ok,
      () => false,
    );
  }
}

/** Below the ports that systems give to outgoing connections; each process begins somewhere else. */
let nextPort = 10_000 + Math.floor(Math.random() * 20_000);

/** A port of the loopback address that is free now, and that nothing else here takes meanwhile. */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = nextPort++;
    const server = createServer().listen(port, '127.0.0.1');
    const isFree = await once(server, 'listening').then(
      () => true,
      () => false,
    );
    server.close();
    if (isFree) return port;
  }
}
