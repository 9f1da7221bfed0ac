/** One line of a subscription. */
export interface ObjectRef {
  /** Address of the element; `127.0.0.1` is the device that one is connected to. */
  readonly elementIP: string;
  readonly objectType: string;
  /** Needed for types that have several objects. */
  readonly objectId?: string;
}

/** How often a device sends at most, unless told otherwise. */
const DEFAULT_FREQUENCY_MS = 1000;

/** The message that subscribes to the statuses of `objects`; a line that is there twice is sent once. */
export function subscription(objects: readonly ObjectRef[], frequencyMs = DEFAULT_FREQUENCY_MS): string {
  const lines = new Map<string, ObjectRef>();
  for (const { elementIP, objectType, objectId } of objects) {
    const line = { elementIP, objectType, ...(objectId === undefined ? {} : { objectId }) };
    lines.set(JSON.stringify(line), line);
  }
  return JSON.stringify({ msgType: 'statusListSubscribe', frequency: frequencyMs, objectIds: [...lines.values()] });
}

/** The message that asks for the configuration of every object: costly for the device, only ever on a person's demand. */
export function discoveryRequest(elementIp: string): string {
  return JSON.stringify({ msgType: 'getAllObjects', elementIp });
}

const TOKEN = /^Bearer +[\x21-\x7e]+$/i;

/**
 * The token of an answer to `POST /api/auth`: without white space and quotes around it, otherwise as received.
 * Undefined unless it is `Bearer` and something that can be sent in a header.
 */
export function normaliseToken(body: string): string | undefined {
  const trimmed = body.trim();
  const isQuoted = trimmed.length > 1 && trimmed.startsWith('"') && trimmed.endsWith('"');
  const token = isQuoted ? trimmed.slice(1, -1).trim() : trimmed;
  return TOKEN.test(token) ? token : undefined;
}
