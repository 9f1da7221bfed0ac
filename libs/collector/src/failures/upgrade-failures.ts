import type { IncomingHttpHeaders } from 'node:http';
import type { Failure } from './failure';
import { printable } from './printable';

const SWITCHING = 101;

/** What an HTTP answer in place of a WebSocket means. */
export function upgradeFailure(status: number, headers: IncomingHttpHeaders = {}): Failure {
  if (status >= 500) {
    return { code: 'server_error', reason: `device WebSocket service unavailable (${status})`, retry: 'soon' };
  }
  return { code: 'upgrade', reason: `WebSocket upgrade ${complaint(status, headers)}`, retry: 'slowly' };
}

function complaint(status: number, headers: IncomingHttpHeaders): string {
  if (status === SWITCHING) return switchFault(headers);
  if (status >= 400) return `refused with ${status}: check the WebSocket address`;
  if (status >= 300) return `redirected (${status}), which is not followed: check the WebSocket address`;
  return `answered with ${status} instead of 101: check the WebSocket address`;
}

/** What a WebSocket was opened wrongly with. */
export function switchFailure(headers: IncomingHttpHeaders): Failure {
  return { code: 'upgrade', reason: `WebSocket upgrade ${switchFault(headers)}`, retry: 'slowly' };
}

/** What is wrong with the headers of a 101: where nothing else is, it is the accept key. */
function switchFault(headers: IncomingHttpHeaders): string {
  const { upgrade, connection } = headers;
  const extension = headers['sec-websocket-extensions'];
  const protocol = headers['sec-websocket-protocol'];
  if (upgrade === undefined) return 'answered with 101, but without the header "Upgrade: websocket"';
  if (upgrade.toLowerCase() !== 'websocket') return `answered with 101 for ${quoted(upgrade)} instead of "websocket"`;
  if (!/\bupgrade\b/i.test(connection ?? '')) return 'answered with 101, but without the header "Connection: Upgrade"';
  if (protocol !== undefined) return `answered with the subprotocol ${quoted(protocol)}, which was not requested`;
  if (extension !== undefined) return `answered with the extension ${quoted(extension)}, which was not requested`;
  return headers['sec-websocket-accept'] === undefined
    ? 'answered with 101, but without the header "Sec-WebSocket-Accept"'
    : 'answered with a wrong Sec-WebSocket-Accept: is there a proxy in between?';
}

function quoted(text: string): string {
  return `"${printable(text).slice(0, 40)}"`;
}
