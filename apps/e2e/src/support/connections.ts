/** The body of a connection as programs send it. */
export interface ConnectionBody {
  readonly name: string;
  readonly restapi: string;
  readonly websocket: string;
  readonly username: string;
  readonly password: string;
  readonly objects_ids: readonly { elementIP: string; objectType: string; objectId?: string }[];
  readonly enabled: boolean;
}

/** A connection to an address at which nothing listens. */
export function unreachable(name: string, more: Partial<ConnectionBody> = {}): ConnectionBody {
  return {
    name,
    restapi: 'https://127.0.0.1:9/api/auth',
    websocket: 'wss://127.0.0.1:9/smm',
    username: 'admin',
    password: 'secret',
    objects_ids: [{ elementIP: '127.0.0.1', objectType: 'ptp' }],
    enabled: false,
    ...more,
  };
}
