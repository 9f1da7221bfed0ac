import type { NextFunction, Request, RequestHandler, Response } from 'express';
import { AnswerSizes } from './answer-sizes';
import { MakingTurns, type TurnLimits } from './making-turns';
import { send } from './send';
import type { UnfinishedAnswers } from './unfinished-answers';

/** Larger answers are sent in pieces of this size, and their bytes are counted until the client has taken them. */
const PIECE_BYTES = 64 * 1024;
/** A client that would take longer than this for its answer is cut first, where memory is short; ms. */
const WAIT_MS = 60_000;
/** Of what an answer of one kind had in bytes, the next one is expected to have so much at least. */
const ALIKE = 0.9;

/** Whoever reads gets an answer, even after a hundred others: a turn is waited for as long as a request may take. */
const TURN_LIMITS: TurnLimits = { places: 1, waitMs: 300_000, turnMs: 10_000 };

/**
 * Bounds what answers to clients that do not read hold in memory, and what making large answers takes. To be installed
 * after compression, and before whatever answers.
 * @param isMade whether the answer to a request is made for it, rather than read from a file
 */
export function boundAnswers(
  answers: UnfinishedAnswers,
  isMade: (request: Request) => boolean,
  turnLimits = TURN_LIMITS,
): RequestHandler {
  const turns = new MakingTurns(turnLimits);
  const sizes = new AnswerSizes();

  async function admit(key: string, response: Response, signal: AbortSignal): Promise<void> {
    const bytes = sizes.of(key) ?? 0;
    const endTurn = await turns.take(bytes, signal);
    response.once('close', endTurn);
    onceBegun(response, endTurn);
    if (signal.aborted) endTurn();
    signal.throwIfAborted();
    await answers.room(bytes, signal);
  }

  return (request: Request, response: Response, next: NextFunction) => {
    const key = kindOf(request);
    sendInPieces(request, response, answers, (bytes) => {
      sizes.note(key, Math.max(bytes, ALIKE * (sizes.of(key) ?? 0)));
    });
    if (!isMade(request) || (sizes.of(key) ?? Infinity) <= PIECE_BYTES) return next();
    const gone = new AbortController();
    response.once('close', () => gone.abort());
    admit(key, response, gone.signal).then(
      () => next(),
      (error: unknown) => {
        if (!gone.signal.aborted) next(error);
      },
    );
  };
}

/** Answers of one kind are about as long. */
function kindOf({ path }: Request): string {
  return path.replace(/\d+/g, '0');
}

/** Calls `begun` before the first byte of the answer is sent. */
function onceBegun(response: Response, begun: () => void): void {
  const { write, end } = response;
  const first = <Send extends typeof write | typeof end>(sends: Send): Send =>
    ((...args: Parameters<Send>) => {
      Object.assign(response, { write, end });
      begun();
      return (sends as (...args: unknown[]) => unknown).apply(response, args);
    }) as Send;
  Object.assign(response, { write: first(write), end: first(end) });
}

/** @param note is told the size of the answer */
function sendInPieces(
  { method }: Request,
  response: Response,
  answers: UnfinishedAnswers,
  note: (bytes: number) => void,
): void {
  const { end } = response;
  const endInPieces = (...args: unknown[]): Response => {
    response.end = end;
    const body = bufferOf(args);
    if (body !== undefined) note(body.length);
    if (body === undefined || body.length <= PIECE_BYTES || method === 'HEAD') {
      return (end as (...args: unknown[]) => Response).apply(response, args);
    }
    // What fails is the connection: nobody is left to tell.
    send(response, piecesOf(body), answers, WAIT_MS).catch(() => undefined);
    return response;
  };
  response.end = endInPieces as typeof end;
}

/** The body in the arguments of `end`; undefined where there is none, or a callback that waits for the end. */
function bufferOf(args: readonly unknown[]): Buffer | undefined {
  const [chunk, encoding] = args;
  if (args.some((each) => typeof each === 'function')) return undefined;
  if (typeof chunk === 'string') return Buffer.from(chunk, encoding as BufferEncoding | undefined);
  return Buffer.isBuffer(chunk) ? chunk : undefined;
}

/** Copies, so that those that are sent are given back while others are not. */
function piecesOf(body: Buffer): Buffer[] {
  const pieces: Buffer[] = [];
  for (let at = 0; at < body.length; at += PIECE_BYTES) {
    pieces.push(Buffer.from(body.subarray(at, at + PIECE_BYTES)));
  }
  return pieces;
}
