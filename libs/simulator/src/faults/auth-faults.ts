import type { ServerResponse } from 'node:http';
import type { FaultTarget } from './fault-target';
import { define, oneOf } from './definition';

const HUGE_BYTES = 10 * 1024 * 1024;
const PIECE = 'A'.repeat(64 * 1024);
const TEXT = 'text/plain; charset=utf-8';

type Answer = (response: ServerResponse, token: () => string) => void;

function say(status: number, body: string, type = TEXT): Answer {
  return (response) => response.writeHead(status, { 'Content-Type': type }).end(body);
}

function sayToken(write: (token: string) => string): Answer {
  return (response, token) => response.writeHead(200, { 'Content-Type': TEXT }).end(write(token()));
}

const ANSWERS = {
  refused: say(401, 'Invalid username or password'),
  forbidden: say(403, 'Account is locked'),
  'server-error': say(500, 'Internal Server Error'),
  html: say(200, '<!DOCTYPE html><html><body><h1>Sign in</h1></body></html>', 'text/html'),
  empty: say(200, ''),
  'no-bearer': say(200, 'eyJhbGciOiJIUzI1NiJ9.e30.nothing-before-it'),
  huge: endless,
  redirect: (response) => response.writeHead(307, { Location: '/api/auth/elsewhere' }).end(),
  quoted: sayToken((token) => `"${token}"`),
  padded: sayToken((token) => `\r\n  ${token} \n`),
} satisfies Record<string, Answer>;

/** 10 MB, as fast as the client reads. */
function endless(response: ServerResponse): void {
  response.writeHead(200, { 'Content-Type': TEXT });
  let left = HUGE_BYTES / PIECE.length;
  const write = (): void => {
    while (left-- > 0) {
      if (!response.write(PIECE)) {
        response.once('drain', write);
        return;
      }
    }
    response.end();
  };
  response.write('Bearer ');
  write();
}

/** Faults of `POST /api/auth`. */
export const AUTH_FAULTS = [
  define({
    kind: 'auth',
    summary: 'Gives a wrong answer to every authentication, whatever the credentials.',
    options: {
      answer: oneOf(
        'refused',
        'forbidden',
        'server-error',
        'html',
        'empty',
        'no-bearer',
        'huge',
        'redirect',
        'quoted',
        'padded',
      ),
    },
    make: ({ context }: FaultTarget, { answer }) => ({
      onRequest({ place, request, response }) {
        if (place !== 'auth' || !response) return false;
        request.resume();
        if (answer === 'refused' || answer === 'forbidden') context.counters.refusals += 1;
        ANSWERS[answer](response, () => context.tokens.issue(context.credentials.user, context.clock.now()));
        return true;
      },
    }),
  }),
] as const;
