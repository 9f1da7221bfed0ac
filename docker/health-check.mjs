// The health check of the image: asks the metrics port at the address that it listens on.
import { get } from 'node:http';
import { isIPv6 } from 'node:net';

const LOOPBACK = { '0.0.0.0': '127.0.0.1', '[::]': '::1' };

const host = process.env.HOST?.trim().replace(/^\[(.*)\]$/, '$1') || '0.0.0.0';
const port = process.env.METRICS_PORT?.trim() || 8000;
const url = `http://${isIPv6(host) ? `[${host}]` : host}`;
const address = LOOPBACK[URL.canParse(url) ? new URL(url).hostname : host] ?? host;

get({ host: address, port, path: '/-/healthy', timeout: 4_000, agent: false }, ({ statusCode }) =>
  process.exit(statusCode === 200 ? 0 : 1),
)
  .on('timeout', () => process.exit(1))
  .on('error', () => process.exit(1));
