import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { HELP, readOptions, type Options } from './options';
import { start, type Running } from './start';

const ANY_PORTS = ['--rest-port', '0', '--websocket-port', '0', '--control-port', '0', '--devices', '2'];

/** Resolves when `condition` holds; a ceiling only, for what takes a moment. */
async function until(condition: () => boolean): Promise<void> {
  for (const end = performance.now() + 50_000; !condition();) {
    if (performance.now() > end) throw new Error('It did not come to be');
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

describe('the command line', () => {
  it('has a default for every option', () => {
    expect(readOptions([])).toMatchObject({
      devices: 8,
      restPort: 9089,
      websocketPort: 9443,
      controlPort: 9980,
      objects: 'all',
      user: 'admin',
    });
  });

  it('shows help only, when asked for it', () => {
    expect(readOptions(['--devices', '3', '--help'])).toBeUndefined();
    for (const option of [
      'devices',
      'rate',
      'objects',
      'rest-port',
      'websocket-port',
      'control-port',
      'seed',
      'capture',
      'scenario',
      'register',
      'kinds',
      'configurations',
    ]) {
      expect(HELP).toContain(`--${option} `);
    }
  });

  it.each([
    [['--devices', '0'], '--devices must be a whole number from 1 to 63750, not "0"'],
    [['--devices', '1.5'], '--devices must be a whole number'],
    [['--rate', 'fast'], '--rate must be a number from 0.001 to 100, not "fast"'],
    [['--rest-port', '65536'], '--rest-port must be a whole number from 0 to 65535'],
    [['--register', 'localhost'], '--register must be a URL such as http://127.0.0.1:8080'],
    [['--kinds', 'hd,huge'], '--kinds must be one of hd, uhd, gateway, jpeg-xs, master-control, not "huge"'],
    [['--kinds', ''], '--kinds must be one of hd, uhd'],
    [['--configurations', 'some'], '--configurations must be one of all, basic, not "some"'],
    [['--device', '3'], "Unknown option '--device'"],
    [['3'], 'Unexpected argument'],
  ])('says what is wrong with %j', (args, message) => {
    expect(() => readOptions(args)).toThrow(message);
  });
});

describe('the program', () => {
  const folder = mkdtempSync(join(tmpdir(), 'simulator-'));
  const said: string[] = [];
  let running: Running | undefined;

  afterEach(async () => {
    await running?.stop();
    running = undefined;
    said.length = 0;
  });

  afterAll(() => rmSync(folder, { recursive: true }));

  function file(name: string, content: string): string {
    const path = join(folder, name);
    writeFileSync(path, content);
    return path;
  }

  async function run(...args: string[]): Promise<Running> {
    running = await start(readOptions([...ANY_PORTS, ...args]) as Options, (text) => said.push(text));
    return running;
  }

  it('starts the kinds of devices that it is told, in turn, and a mix otherwise', async () => {
    const kinds = ({ fleet }: Running): string[] => fleet.devices.map(({ identity }) => identity.kind);
    expect(kinds(await run('--devices', '8'))).toEqual([
      'hd',
      'jpeg-xs',
      'hd',
      'uhd',
      'hd',
      'gateway',
      'master-control',
      'hd',
    ]);
    await running?.stop();
    const chosen = await run('--devices', '3', '--kinds', 'uhd, gateway', '--configurations', 'basic');
    expect(kinds(chosen)).toEqual(['uhd', 'gateway', 'uhd']);
    expect(chosen.fleet.devices[0].configurations).toBe('basic');
  });

  it('says what it started, with an example connection', async () => {
    const { fleet, controlPort } = await run();
    const text = said.join('\n');
    expect(text).toContain('2 devices: STUDIO-A-SNP-01 … STUDIO-A-SNP-02');
    expect(text).toContain(`wss://127.0.1.1:${fleet.websocketPort}/smm`);
    expect(text).toContain(`http://127.0.0.1:${controlPort}/`);
    expect(JSON.parse(said[said.length - 1])).toMatchObject({
      name: 'STUDIO-A-SNP-01',
      restapi: `https://127.0.1.1:${fleet.restPort}/api/`,
      username: 'admin',
      objects_ids: [
        { elementIP: '127.0.0.1', objectType: 'ptp' },
        {},
        {},
        { objectType: 'procChannelHD', objectId: 'A-HD-1' },
      ],
      enabled: true,
    });
  });

  it('names the option that changes a port which is taken', async () => {
    const { fleet, controlPort } = await run();
    await expect(
      start(readOptions([...ANY_PORTS, '--rest-port', String(fleet.restPort)]) as Options, () => undefined),
    ).rejects.toThrow(
      `127.0.1.1:${fleet.restPort} is in use; choose another port with --rest-port or --websocket-port`,
    );
    await expect(
      start(readOptions([...ANY_PORTS, '--control-port', String(controlPort)]) as Options, () => undefined),
    ).rejects.toThrow(`127.0.0.1:${controlPort} is in use; choose another port with --control-port`);
  });

  it('replays the statuses of a file', async () => {
    const status = { type: 'ptp', object_ID: 'ptp', ptpStatus: { ptpCtlrState: 'Recorded' } };
    const { fleet } = await run(
      '--capture',
      file('capture.json', JSON.stringify([status, JSON.stringify({ type: 'GPI' })])),
      '--objects',
      'ptp',
    );
    expect(fleet.devices[1].status('ptp')).toEqual(status);
    expect(fleet.devices[1].objects).toEqual([
      { type: 'ptp', id: 'ptp' },
      { type: 'GPI', id: 'GPI' },
    ]);
  });

  it('follows a scenario written as YAML', async () => {
    const path = file(
      'scenario.yaml',
      'steps:\n  - at: 0s\n    devices: 2\n    misbehave: { kind: auth, answer: forbidden }\n',
    );
    const { fleet } = await run('--scenario', path);
    await until(() => fleet.devices[1].misbehaviours.length > 0);
    expect(fleet.devices[1].misbehaviours).toEqual([{ kind: 'auth', answer: 'forbidden' }]);
    expect(said).toContain('STUDIO-A-SNP-02: {"kind":"auth","answer":"forbidden"}');
  });

  it.each([
    ['--capture', 'missing.json', undefined, /missing\.json cannot be read/],
    ['--capture', 'text.json', 'no json', /text\.json: .*JSON/],
    ['--capture', 'object.json', '{}', /must contain a JSON array of statuses/],
    ['--capture', 'typeless.json', '[{}]', /status 1: "type" is missing/],
    [
      '--scenario',
      'wrong.yaml',
      'steps:\n  - at: soon\n    misbehave: dance',
      /"at" of step 1 must be a time[^]*step 1: "kind" must be one of/,
    ],
    ['--scenario', 'broken.yaml', 'steps: [', /broken\.yaml: /],
  ])('says what is wrong with the file of %s %s', async (option, name, content, message) => {
    const path = content === undefined ? join(folder, name) : file(name, content);
    await expect(run(option, path)).rejects.toThrow(message);
  });

  it('says that there is no such object', async () => {
    await expect(run('--objects', 'ptp,roof')).rejects.toThrow('--objects: there is no object "roof"');
  });

  describe('beside an exporter', () => {
    let exporter: Server;
    const received: { name: string }[] = [];
    let isBusy = true;

    beforeAll(async () => {
      exporter = createServer((request, response) => {
        if (isBusy) {
          isBusy = false;
          response.writeHead(503).end();
          return;
        }
        let body = '';
        request.on('data', (piece: Buffer) => (body += piece.toString()));
        request.on('end', () => {
          const connection = JSON.parse(body) as { name: string };
          received.push(connection);
          const status = { 1: 201, 2: 409 }[Number(connection.name.slice(-1))] ?? 422;
          response.writeHead(status).end(JSON.stringify({ detail: 'no such' }));
        });
      });
      await new Promise<void>((resolve) => exporter.listen(0, '127.0.0.1', resolve));
    });

    afterAll(() => exporter.close());

    it('adds its devices, passing over those that are there already, and trying again when the exporter is busy', async () => {
      const url = `http://127.0.0.1:${(exporter.address() as AddressInfo).port}`;
      await run('--devices', '3', '--register', url, '--objects', 'ptp');
      expect(received.map(({ name }) => name).sort()).toEqual([
        'STUDIO-A-SNP-01',
        'STUDIO-A-SNP-02',
        'STUDIO-A-SNP-03',
      ]);
      expect(received[0]).toMatchObject({
        objects_ids: [{ elementIP: '127.0.0.1', objectType: 'ptp' }],
        enabled: true,
        password: 'admin',
      });
      expect(said.slice(-2)).toEqual(['  1 added, 1 already there, 1 refused', '  STUDIO-A-SNP-03: 422 no such']);
    });
  });
});
