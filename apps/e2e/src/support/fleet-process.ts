import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { eventually } from './eventually';
import { freePort, type Exporter } from './exporter';
import { ROOT } from './workspace';

/** The simulator as a process of its own, its devices added to an exporter. */
export class FleetProcess {
  private constructor(
    private readonly process: ChildProcess,
    readonly restPort: number,
    readonly controlUrl: string,
  ) {}

  /** Starts devices, adds them to the exporter and waits until all are connected. */
  static async start(exporter: Exporter, devices: number, ...args: string[]): Promise<FleetProcess> {
    const [restPort, websocketPort, controlPort] = [await freePort(), await freePort(), await freePort()];
    const options = {
      '--devices': devices,
      '--rest-port': restPort,
      '--websocket-port': websocketPort,
      '--control-port': controlPort,
      '--register': exporter.dashboardUrl,
    };
    const child = spawn(
      process.execPath,
      [
        'dist/apps/simulator/main.js',
        ...Object.entries(options).flatMap(([name, value]) => [name, String(value)]),
        ...args,
      ],
      { cwd: ROOT, stdio: ['ignore', 'pipe', 'inherit'] },
    );
    let output = '';
    child.stdout.on('data', (piece: Buffer) => (output += piece.toString()));
    const areConnected = async () => {
      if (child.exitCode !== null) throw new Error(`the simulator ended:\n${output}`);
      const { body } = await exporter.api<{ status: string }[]>('GET', '/api/connections');
      return body.filter(({ status }) => status === 'connected').length >= devices;
    };
    await eventually(areConnected, () => `${devices} devices to be connected:\n${exporter.log}`);
    return new FleetProcess(child, restPort, `http://127.0.0.1:${controlPort}`);
  }

  async stop(): Promise<void> {
    if (this.process.exitCode !== null) return;
    const gone = once(this.process, 'exit');
    this.process.kill('SIGTERM');
    await gone;
  }
}
