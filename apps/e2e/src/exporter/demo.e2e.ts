import { expect, test } from '@playwright/test';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { eventually } from '../support/eventually';
import { freePort } from '../support/exporter';
import { ROOT } from '../support/workspace';

test('npm run demo starts eight connected devices, prints the URLs, and stops on Ctrl-C', async () => {
  const [uiPort, metricsPort] = [await freePort(), await freePort()];
  const devicePorts = ['--rest-port', '--websocket-port', '--control-port'];
  const options = (await Promise.all(devicePorts.map(async (name) => [name, String(await freePort())]))).flat();
  const demo = spawn('npm', ['run', 'demo', '--', ...options], {
    cwd: ROOT,
    detached: true,
    env: { ...process.env, UI_PORT: String(uiPort), METRICS_PORT: String(metricsPort) },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  demo.stdout.on('data', (piece: Buffer) => (output += piece.toString()));
  demo.stderr.on('data', (piece: Buffer) => (output += piece.toString()));
  try {
    await eventually(
      () => output.includes('Press Ctrl-C to stop'),
      () => `the demo to be up:\n${output}`,
    );
    expect(output).toContain(`http://localhost:${uiPort}/`);
    expect(output).toContain(`http://localhost:${metricsPort}/metrics`);
    expect(output).toContain(`http://localhost:${uiPort}/api/docs`);
    expect(output).toContain('8 of 8 devices are connected');
    const exposition = await (await fetch(`http://127.0.0.1:${metricsPort}/metrics`)).text();
    expect(exposition.match(/^ic_snp_up\{[^}]*\} 1$/gm)).toHaveLength(8);
  } finally {
    // Ctrl-C reaches every process of the terminal.
    if (demo.exitCode === null) {
      const gone = once(demo, 'exit');
      process.kill(-demo.pid!, 'SIGINT');
      await gone;
    }
  }
  await expect(fetch(`http://127.0.0.1:${metricsPort}/-/healthy`)).rejects.toThrow();
});
