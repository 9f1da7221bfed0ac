import { runScenario, selectObjects, startControl, startFleet, type Fleet } from '@snp/simulator';
import { readCapture, readScenarioFile } from './files';
import { UsageError, type Options } from './options';
import { connectionOf, register } from './register';

type Print = (text: string) => void;

/** A fleet that runs as the command line asked for. */
export interface Running {
  readonly fleet: Fleet;
  /** Undefined: there is none. */
  readonly controlPort: number | undefined;
  stop(): Promise<void>;
}

/** Starts everything and prints a summary. @throws {UsageError} */
export async function start(options: Options, print: Print): Promise<Running> {
  const capture = options.capture === undefined ? undefined : await readCapture(options.capture);
  const scenario = options.scenario === undefined ? undefined : await readScenarioFile(options.scenario);
  const fleet = await withPortHint('--rest-port or --websocket-port', () =>
    startFleet({
      ...options,
      updatesPerSecond: options.rate,
      incidentsPerHour: options.incidents,
      capture,
    }),
  );
  const stops: (() => void | Promise<void>)[] = [() => fleet.close()];
  const stop = async (): Promise<void> => {
    for (const part of stops.splice(0).reverse()) await part();
  };
  try {
    checkObjects(fleet, options.objects);
    const controlPort = await startControlOf(fleet, options, stops);
    printSummary(fleet, options, controlPort, print);
    if (scenario) stops.push(runScenario(fleet, scenario, { seed: options.seed, log: print }));
    if (options.register) await registerAll(options.register, fleet, options.objects, print);
    return { fleet, controlPort, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

function checkObjects({ devices }: Fleet, objects: string): void {
  try {
    selectObjects(devices[0], objects);
  } catch (error) {
    throw new UsageError(`--objects: ${error instanceof Error ? error.message : String(error)}`);
  }
}

async function startControlOf(
  fleet: Fleet,
  options: Options,
  stops: (() => void | Promise<void>)[],
): Promise<number | undefined> {
  const { controlPort } = options;
  if (controlPort === undefined) return undefined;
  const control = await withPortHint('--control-port', () => startControl(fleet, controlPort));
  stops.push(() => control.close());
  return control.port;
}

function printSummary(fleet: Fleet, { objects }: Options, controlPort: number | undefined, print: Print): void {
  const { devices } = fleet;
  const [first] = devices;
  const last = devices[devices.length - 1];
  const names = devices.length === 1 ? first.name : `${first.name} … ${last.name}`;
  print(`${devices.length} ${devices.length === 1 ? 'device' : 'devices'}: ${names}`);
  print(`  REST       ${first.restapi}${devices.length > 1 ? ` … ${last.restapi}` : ''}`);
  print(`  WebSocket  ${first.websocket}${devices.length > 1 ? ` … ${last.websocket}` : ''}`);
  if (controlPort !== undefined) print(`  Control    http://127.0.0.1:${controlPort}/`);
  const example = { ...connectionOf(first, objects === 'all' ? 'typical' : objects) };
  print('Example connection, for POST /api/connections of the exporter:');
  print(`  ${JSON.stringify(example)}`);
}

async function registerAll(exporter: URL, fleet: Fleet, objects: string, print: Print): Promise<void> {
  print(`Adding the devices to the exporter at ${exporter.origin}`);
  const { added, known, refused } = await register(exporter, fleet.devices, objects);
  print(`  ${added} added, ${known} already there, ${refused.length} refused`);
  for (const reason of refused) print(`  ${reason}`);
}

/** Adds the option that sets the port to the error for a port that cannot be used. */
async function withPortHint<T>(option: string, open: () => Promise<T>): Promise<T> {
  try {
    return await open();
  } catch (error) {
    const { code, address, port } = error as NodeJS.ErrnoException & { address?: string; port?: number };
    const where = `${address}:${port}`;
    if (code === 'EADDRINUSE') throw new UsageError(`${where} is in use; choose another port with ${option}`);
    if (code === 'EACCES') throw new UsageError(`${where} needs more privileges; choose another port with ${option}`);
    if (code === 'EADDRNOTAVAIL') {
      throw new UsageError(
        `${address} is not an address of this machine; Linux has all of 127.0.0.0/8, other systems need an alias`,
      );
    }
    throw error;
  }
}
