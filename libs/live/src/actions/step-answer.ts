import { EVENT_STREAM_HEADERS, eventFrame } from '@snp/http';
import type { Request, Response } from 'express';
import type { ProbeStepDto } from '../dto/probe.dto';

const EVENTS = 'text/event-stream';
const JSON_TYPE = 'application/json';

/** Sends the steps of a connection test: each as it completes, or all in one answer to clients that ask for JSON. */
export async function sendSteps(
  request: Request,
  response: Response,
  steps: AsyncIterable<ProbeStepDto>,
): Promise<void> {
  if (request.accepts([EVENTS, JSON_TYPE]) === JSON_TYPE) await sendAtOnce(response, steps);
  else await sendOneByOne(response, steps);
}

async function sendAtOnce(response: Response, steps: AsyncIterable<ProbeStepDto>): Promise<void> {
  const taken: ProbeStepDto[] = [];
  for await (const step of steps) taken.push(step);
  response.json({ ok: isGood(taken), steps: taken });
}

async function sendOneByOne(response: Response, steps: AsyncIterable<ProbeStepDto>): Promise<void> {
  response.writeHead(200, EVENT_STREAM_HEADERS);
  response.flushHeaders();
  const taken: ProbeStepDto[] = [];
  for await (const step of steps) {
    taken.push(step);
    response.write(eventFrame('step', JSON.stringify(step)));
  }
  response.end(eventFrame('done', JSON.stringify({ ok: isGood(taken) })));
}

function isGood(steps: readonly ProbeStepDto[]): boolean {
  return steps.length > 0 && steps.every(({ ok }) => ok);
}
