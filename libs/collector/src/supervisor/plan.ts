import type { Connection } from '@snp/connections';

/** What is to be done so that what runs is what is wanted. */
export interface Plan {
  /** Sessions that end, with the reason. */
  readonly ended: readonly { readonly id: number; readonly reason: string }[];
  /** Connections whose session begins, in place of the one that they have. */
  readonly begun: readonly Connection[];
  /** Connections whose session goes on under another name or with other tags. */
  readonly relabelled: readonly Connection[];
}

/** @param running the connections that sessions run for, by id */
export function plan(running: ReadonlyMap<number, Connection>, wanted: readonly Connection[]): Plan {
  const byId = new Map(wanted.map((connection) => [connection.id, connection]));
  const ended = [...running.keys()].flatMap((id) => {
    const connection = byId.get(id);
    if (connection === undefined) return [{ id, reason: 'the connection was deleted' }];
    return connection.enabled ? [] : [{ id, reason: 'the connection was disabled' }];
  });
  const enabled = wanted.filter((connection) => connection.enabled);
  const begun: Connection[] = [];
  const relabelled: Connection[] = [];
  for (const connection of enabled) {
    const before = running.get(connection.id);
    // Records that nobody has touched are often the very same object.
    if (before === connection) continue;
    if (before === undefined || !isSameLink(before, connection)) begun.push(connection);
    else if (!isSameLabel(before, connection)) relabelled.push(connection);
  }
  return { ended, begun, relabelled };
}

/** Whether a session for the one does for the other. */
function isSameLink(one: Connection, other: Connection): boolean {
  return (
    one.restapi === other.restapi &&
    one.websocket === other.websocket &&
    one.username === other.username &&
    one.password === other.password &&
    one.legacyTls === other.legacyTls &&
    one.fault === other.fault &&
    isSameSubscription(one.objects, other.objects)
  );
}

function isSameSubscription(one: Connection['objects'], other: Connection['objects']): boolean {
  return (
    one.length === other.length &&
    one.every(({ elementIP, objectType, objectId }, at) => {
      const counterpart = other[at];
      return (
        elementIP === counterpart?.elementIP &&
        objectType === counterpart.objectType &&
        objectId === counterpart.objectId
      );
    })
  );
}

function isSameLabel(one: Connection, other: Connection): boolean {
  const tags = Object.entries(one.tags);
  return (
    one.name === other.name &&
    tags.length === Object.keys(other.tags).length &&
    tags.every(([key, value]) => other.tags[key] === value)
  );
}
