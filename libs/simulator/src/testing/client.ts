import { request } from 'node:https';
import { WebSocket } from 'ws';
import type { SimulatedDevice } from '../device/simulated-device';

/** How long to wait for what takes a moment on a quiet machine. */
const PATIENCE_MS = 50_000;

export interface Answer {
  readonly status: number;
  readonly headers: Record<string, unknown>;
  readonly body: string;
}

export interface Message {
  readonly msgType: string;
  readonly statuses?: string[];
  readonly [field: string]: unknown;
}

/** A request to a device's REST service, as an exporter makes it. */
export function rest(
  device: SimulatedDevice,
  path: string,
  options: { token?: string; body?: unknown } = {},
): Promise<Answer> {
  const { token, body } = options;
  return new Promise((resolve, reject) => {
    const call = request(
      new URL(path, device.restapi),
      {
        method: body === undefined ? 'GET' : 'POST',
        rejectUnauthorized: false,
        agent: false,
        timeout: PATIENCE_MS,
        headers: { ...(token ? { Authorization: token } : {}), 'Content-Type': 'application/json' },
      },
      (response) => {
        let text = '';
        response.setEncoding('utf8');
        response.on('data', (piece: string) => (text += piece));
        response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body: text }));
        response.on('error', reject);
      },
    );
    call.on('error', reject);
    call.on('timeout', () => call.destroy(new Error('timeout')));
    call.end(body === undefined ? undefined : JSON.stringify(body));
  });
}

export async function authenticate(device: SimulatedDevice, password = 'admin'): Promise<Answer> {
  return rest(device, 'auth', { body: { username: 'admin', password } });
}

/**
 * Resolves when a healthy device has answered several times.
 * By then, whatever another device of its fleet was going to send has been sent.
 */
export async function longEnough(healthy: SimulatedDevice): Promise<void> {
  for (let answers = 0; answers < 3; answers++) await authenticate(healthy);
}

/** What something resolves to, once it no longer fails; in the end its failure. */
export async function eventually<T>(attempt: () => T | Promise<T>): Promise<T> {
  for (const end = Date.now() + PATIENCE_MS; ;) {
    try {
      return await attempt();
    } catch (error) {
      if (Date.now() > end) throw error;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }
}

/** A WebSocket client that keeps what it is told until it is asked for it. */
export class Client {
  readonly messages: Message[] = [];
  readonly raw: (string | Buffer)[] = [];
  closed: { code: number; reason: string } | undefined;
  error: Error | undefined;
  private wake: () => void = () => undefined;

  constructor(readonly socket: WebSocket) {
    socket.on('message', (data, isBinary) => {
      this.raw.push(isBinary ? (data as Buffer) : data.toString());
      const message = isBinary ? undefined : parsed(data.toString());
      if (message) this.messages.push(message);
      this.wake();
    });
    socket.on('error', (error) => {
      this.error = error;
      this.wake();
    });
    socket.on('close', (code, reason) => {
      this.closed = { code, reason: reason.toString() };
      this.wake();
    });
  }

  /** Connects, and sends the first message: the token. */
  static async connect(device: SimulatedDevice, token?: string): Promise<Client> {
    const proof = token ?? (await authenticate(device)).body;
    const socket = new WebSocket(device.websocket, { rejectUnauthorized: false });
    const client = new Client(socket);
    await new Promise((resolve, reject) => socket.once('open', resolve).once('error', reject));
    socket.send(proof);
    return client;
  }

  /** Connects and subscribes: `ptp`, `procChannelHD/A-HD-1`. */
  static async subscribe(device: SimulatedDevice, keys: readonly string[], frequency = 10): Promise<Client> {
    const client = await Client.connect(device);
    const objectIds = keys.map((key) => {
      const [objectType, objectId] = key.split('/');
      return { elementIP: '127.0.0.1', objectType, ...(objectId ? { objectId } : {}) };
    });
    client.say({ msgType: 'statusListSubscribe', frequency, objectIds });
    return client;
  }

  say(message: object): void {
    this.socket.send(JSON.stringify(message));
  }

  /** The next message of a type, from those that have come already or will. */
  async next(msgType: string): Promise<Message> {
    return this.until(() => {
      const at = this.messages.findIndex((message) => message.msgType === msgType);
      return at < 0 ? undefined : this.messages.splice(at, 1)[0];
    });
  }

  /** The parsed statuses of the next message of a type. */
  async statuses(msgType: string): Promise<Record<string, never>[]> {
    const { statuses = [] } = await this.next(msgType);
    return statuses.map((text) => JSON.parse(text) as Record<string, never>);
  }

  /** Resolves when everything that the device has sent so far has come. */
  async roundTrip(): Promise<void> {
    const answered = new Promise((resolve) => this.socket.once('pong', resolve));
    this.socket.ping();
    await answered;
  }

  async until<T>(read: () => T | undefined): Promise<T> {
    for (const end = Date.now() + PATIENCE_MS; ;) {
      const found = read();
      if (found !== undefined) return found;
      if (Date.now() > end) throw new Error(`it did not come within ${PATIENCE_MS} ms`);
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, 100);
        this.wake = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }
  }
}

function parsed(text: string): Message | undefined {
  try {
    return JSON.parse(text) as Message;
  } catch {
    return undefined; // Devices that misbehave send such things; `raw` has them.
  }
}
