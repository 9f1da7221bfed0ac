/** Every time span of a session, in milliseconds. */
export interface Timing {
  /** Deadlines of a first try, absolute: what trickles in does not extend them. */
  readonly tcpMs: number;
  readonly tlsMs: number;
  readonly loginMs: number;
  readonly upgradeMs: number;
  readonly firstStatusMs: number;
  /** A device that keeps a step of its handshakes waiting for so long gives its place among them back, and is waited for. */
  readonly placeMs: number;
  /** A deadline that a device misses doubles, up to this. */
  readonly mostMs: number;
  /** The same for TCP connections: what has not come by then is lost, and a new try finds a device that is back sooner. */
  readonly mostTcpMs: number;
  /** How long the answer to the token is waited for before subscribing anyway. */
  readonly greetingMs: number;
  /** Without a message of any kind for so long, a session is lost. */
  readonly silenceMs: number;
  /** Heartbeats, but no status for so long, or longer where statuses come rarely: the session subscribes again … */
  readonly statusWaitMs: number;
  /** … which each answer puts off, up to this. */
  readonly mostStatusWaitMs: number;
  /** How long the device has to answer a subscription that is sent again. */
  readonly answerMs: number;
  /** How long a session is kept whose device does not answer it. */
  readonly stalledMs: number;
  /** Statuses that stop again this soon after a reconnect for the same reason: reconnecting does not help. */
  readonly relapseMs: number;
  /** Upper bound of the first delay before another attempt; it doubles with each failure … */
  readonly backoffBaseMs: number;
  /** … up to this. */
  readonly backoffCapMs: number;
  /** Between attempts that only a user can make succeed. */
  readonly slowMs: number;
  /** Between attempts with a password that the device refuses: at most three of them in ten minutes. */
  readonly credentialsMs: number;
  /** A session that lived for so long is not flapping. */
  readonly steadyMs: number;
  /** A token that lasted for so long has expired; one that did not is refused. */
  readonly tokenLifeMs: number;
  /** How long the device has to answer our closing of the WebSocket. */
  readonly closingMs: number;
}

/** @param intervalSeconds how long a received status may take to become visible */
export function timing(intervalSeconds: number): Timing {
  return {
    tcpMs: 3_000,
    tlsMs: 3_000,
    loginMs: 8_000,
    upgradeMs: 5_000,
    firstStatusMs: 15_000,
    placeMs: 2_000,
    mostMs: 30_000,
    mostTcpMs: 10_000,
    greetingMs: 2_000,
    silenceMs: 11_000,
    statusWaitMs: 15_000,
    mostStatusWaitMs: 600_000,
    answerMs: 5_000,
    stalledMs: 15_000,
    relapseMs: 600_000,
    backoffBaseMs: (intervalSeconds * 1_000) / 5,
    backoffCapMs: 10_000,
    slowMs: 60_000,
    credentialsMs: 300_000,
    steadyMs: 10_000,
    tokenLifeMs: 60_000,
    closingMs: 500,
  };
}

/** The deadline after one that a device has missed, in ms. */
export function longer(deadlineMs: number, mostMs: number): number {
  return Math.max(deadlineMs, Math.min(2 * deadlineMs, mostMs));
}

/** The deadline after something that took so long, in ms: a slow device keeps what it needs, any other has the first one. */
export function roomFor(tookMs: number, firstMs: number, mostMs: number): number {
  return Math.max(firstMs, Math.min(2 * tookMs, mostMs));
}

/** The deadlines for a person who waits for one device: as long as those of a slow device ever get. */
export function longest(times: Timing): Timing {
  const { mostMs, mostTcpMs } = times;
  return { ...times, tcpMs: mostTcpMs, tlsMs: mostMs, loginMs: mostMs, upgradeMs: mostMs, firstStatusMs: mostMs };
}
