import { Logger } from '@nestjs/common';
import { AnswerLimits, ProblemError, UnfinishedAnswers } from '@snp/http';
import express from 'express';
import { createServer, request as ask, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Listener, until } from '../testing/listener';
import { StreamHub } from './stream-hub';
import { STREAM_SETTINGS, type StreamSettings } from './stream-settings';

// Refusals are expected here.
Logger.overrideLogger(false);

let hub: StreamHub;
let answers: UnfinishedAnswers;
let settings: { -readonly [Key in keyof StreamSettings]: StreamSettings[Key] };
let server: Server;
let url: string;
const listeners: Listener[] = [];

/** @param proxy whose forwarded addresses are trusted */
async function start(
  different: Partial<StreamSettings> = {},
  proxy?: string,
  limits: Partial<AnswerLimits> = {},
): Promise<void> {
  settings = { ...STREAM_SETTINGS, ...different };
  answers = new UnfinishedAnswers({ ...new AnswerLimits(), ...limits });
  hub = new StreamHub(settings, answers);
  const app = express();
  if (proxy) app.set('trust proxy', proxy);
  app.get('/api/stream', (request, response) => {
    try {
      hub.open(request, response, request.get('last-event-id'));
    } catch (error) {
      response.status(error instanceof ProblemError ? error.status : 500).end();
    }
  });
  server = createServer(app);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

async function listen(lastId?: string, headers: Record<string, string> = {}): Promise<Listener> {
  const listener = await Listener.open(url, { ...headers, ...(lastId !== undefined && { 'Last-Event-ID': lastId }) });
  listeners.push(listener);
  await until(() => listener.lastId !== '' || listener.response.statusCode !== 200);
  return listener;
}

afterEach(async () => {
  for (const listener of listeners.splice(0)) listener.close();
  hub.onModuleDestroy();
  answers.onModuleDestroy();
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

const summary = (id: number, size = 10) => ({ id, json: JSON.stringify({ id, name: 'x'.repeat(size) }) });
const idOf = ({ data }: { data: unknown }) => (data as { id: number }).id;

describe('the event stream', () => {
  it('is an event stream that nobody may keep or change on its way', async () => {
    await start();
    const { headers } = (await listen()).response;
    expect(headers['content-type']).toBe('text/event-stream; charset=utf-8');
    expect(headers['cache-control']).toContain('no-transform');
    expect(headers['x-accel-buffering']).toBe('no');
  });

  it('tells every listener what happens, with an id', async () => {
    await start();
    const both = [await listen(), await listen()];
    hub.publish('state', { id: 7, to: 'connected' });
    for (const listener of both) {
      await until(() => listener.events.length === 1);
      expect(listener.events).toEqual([{ id: listener.lastId, event: 'state', data: { id: 7, to: 'connected' } }]);
    }
  });

  it('tells who comes back what was missed', async () => {
    await start();
    const first = await listen();
    hub.publish('state', { id: 1 });
    await until(() => first.events.length === 1);
    first.close();
    hub.publish('state', { id: 2 });
    hub.publish('alarm', { id: 3 });
    const back = await listen(first.lastId);
    expect(back.events.map(idOf)).toEqual([2, 3]);
    expect(back.events.map(({ event }) => event)).toEqual(['state', 'alarm']);
  });

  it('tells who comes back before anything was told what was missed', async () => {
    await start();
    const first = await listen();
    first.close();
    hub.publish('state', { id: 1 });
    expect((await listen(first.lastId)).events.map(idOf)).toEqual([1]);
  });

  it('tells who was away for too long to re-read everything', async () => {
    await start({ replayEvents: 10 });
    const first = await listen();
    for (let id = 0; id < 100; id++) hub.publish('state', { id });
    for (const lastId of [first.lastId.replace(/\d+$/, '0'), 'of an earlier run-5']) {
      const back = await listen(lastId);
      expect(back.events).toEqual([{ id: undefined, event: 'reset', data: {} }]);
      expect(back.lastId).toMatch(/-100$/);
    }
  });

  it('sends a comment now and then', async () => {
    await start({ heartbeatMs: 20 });
    const listener = await listen();
    await until(() => listener.asides.filter((aside) => aside.startsWith(': ')).length >= 2);
  });

  it('forgets a listener that goes', async () => {
    await start();
    const listener = await listen();
    expect(hub.clientCount).toBe(1);
    listener.close();
    await until(() => hub.clientCount === 0);
    hub.publish('state', {});
  });

  it('refuses more listeners than it may have', async () => {
    await start({ maxClients: 2 });
    await listen();
    await listen();
    expect((await listen()).response.statusCode).toBe(503);
  });

  it('refuses more listeners than one address may have, and takes the next when one has gone', async () => {
    await start({ maxClientsPerAddress: 2 });
    const [first] = [await listen(), await listen()];
    expect((await listen()).response.statusCode).toBe(429);
    first.close();
    await until(() => hub.clientCount === 1);
    expect((await listen()).response.statusCode).toBe(200);
  });

  it.each([
    ['127.0.0.1', [200, 429, 200, 200, 429]],
    [undefined, [200, 429, 429, 429, 429]],
  ])('counts the addresses that a trusted proxy forwards, with proxy %s', async (proxy, statuses) => {
    await start({ maxClientsPerAddress: 1 }, proxy);
    const answers: (number | undefined)[] = [];
    // The proxy adds the last one; what the client itself wrote before means nothing.
    for (const forwarded of ['10.0.0.1', '::ffff:10.0.0.1', '2001:db8::1', '2001:db8::2', '10.0.0.9, 10.0.0.1'])
      answers.push((await listen(undefined, { 'X-Forwarded-For': forwarded })).response.statusCode);
    expect(answers).toEqual(statuses);
  });

  it('ends for everybody when the program ends', async () => {
    await start();
    const listener = await listen();
    hub.onModuleDestroy();
    await until(() => listener.isOver);
    expect((await listen()).response.statusCode).toBe(503);
  });

  it('answers a HEAD request without becoming a listener', async () => {
    await start();
    const status = await new Promise((resolve, reject) => {
      ask(`${url}/api/stream`, { method: 'HEAD' }, (response) => resolve(response.statusCode))
        .on('error', reject)
        .end();
    });
    expect(status).toBe(200);
    expect(hub.clientCount).toBe(0);
  });
});

describe('summaries on the stream', () => {
  it('come to everybody, without an id', async () => {
    await start();
    const both = [await listen(), await listen()];
    hub.publishSummaries([summary(1), summary(2)]);
    for (const listener of both) {
      await until(() => listener.events.length === 2);
      expect(listener.events).toMatchObject([
        { id: undefined, event: 'summary', data: { id: 1 } },
        { id: undefined, event: 'summary', data: { id: 2 } },
      ]);
    }
  });

  it('are left out for a listener that reads too slowly, who gets the newest of each when it has caught up', async () => {
    await start({ summaryBacklogBytes: 64 * 1024, maxBacklogBytes: 1024 * 1024 * 1024 });
    const [slow, quick] = [await listen(), await listen()];
    slow.pause();
    const rounds = 200;
    // Far more than the buffers of both sockets hold.
    for (let round = 1; round <= rounds; round++) {
      hub.publishSummaries([{ id: 1, json: JSON.stringify({ id: 1, round, text: 'x'.repeat(100_000) }) }]);
      hub.publish('state', { id: round });
      await until(() => quick.events.length === 2 * round);
    }
    hub.publishSummaries([summary(2)]);
    slow.resume();
    await until(() => slow.named('state').length === rounds);
    hub.publishSummaries([]);
    const roundOf = () =>
      (
        slow
          .named('summary')
          .filter((heard) => idOf(heard) === 1)
          .at(-1)?.data as { round: number }
      ).round;
    await until(() => roundOf() === rounds);
    expect(slow.named('state').map(idOf)).toEqual(Array.from({ length: rounds }, (_, place) => place + 1));
    expect(slow.named('summary').length).toBeLessThan(rounds);
    await until(() => {
      hub.publishSummaries([]);
      return slow.named('summary').map(idOf).includes(2);
    });
    expect(quick.named('summary')).toHaveLength(rounds + 1);
  }, 120_000);

  it('come in portions to a listener that has many to catch up with', async () => {
    await start({ summaryBacklogBytes: -1 });
    const listener = await listen();
    hub.publishSummaries(Array.from({ length: 50 }, (_, id) => summary(id, 1_000)));
    settings.summaryBacklogBytes = 10_000;
    hub.publishSummaries([]);
    await until(() => listener.events.length > 0);
    expect(listener.events.length).toBeLessThan(20);
    while (listener.events.length < 50) {
      const { length } = listener.events;
      hub.publishSummaries([]);
      await until(() => listener.events.length > length);
    }
    expect(listener.events.map(idOf)).toEqual(Array.from({ length: 50 }, (_, id) => id));
  });

  it('are not pending for a device that is gone meanwhile', async () => {
    await start({ summaryBacklogBytes: -1 });
    const listener = await listen();
    hub.publishSummaries([summary(1), summary(2)]);
    hub.forget(1);
    settings.summaryBacklogBytes = 1_000;
    hub.publishSummaries([]);
    await until(() => listener.events.length > 0);
    expect(listener.events.map(idOf)).toEqual([2]);
  });
});

describe('a listener that does not read at all', () => {
  /** Publishes events until the listener is closed. */
  async function publishUntilClosed(size: number, most: number): Promise<number> {
    let round = 0;
    for (; hub.clientCount > 0 && round < most; round++) {
      hub.publish('alarm', { reason: 'x'.repeat(size) });
      await new Promise((resolve) => setImmediate(resolve));
    }
    expect(hub.clientCount).toBe(0);
    return round;
  }

  it('is closed when even the other events pile up', async () => {
    await start({ maxBacklogBytes: 1024 * 1024 });
    (await listen()).pause();
    await publishUntilClosed(10_000, 5_000);
    expect(answers.held.bytes).toBe(0);
  });

  it('is closed when they are many, however small', async () => {
    await start({ maxBacklogWrites: 20, maxBacklogBytes: Infinity });
    (await listen()).pause();
    // The buffers of both sockets must be full before anything piles up.
    await publishUntilClosed(200_000, 500);
  });

  it('holds no bytes of its own: those of an event are the same for all, and count once', async () => {
    await start({ maxBacklogBytes: Infinity });
    const listeners = [await listen(), await listen(), await listen()];
    for (const listener of listeners) listener.pause();
    const size = 1024 * 1024;
    const events = 20;
    for (let event = 0; event < events; event++) {
      hub.publish('alarm', { reason: 'x'.repeat(size) });
      await new Promise((resolve) => setImmediate(resolve));
    }
    await until(() => answers.held.bytes > 0);
    expect(answers.held.bytes).toBeLessThan((events + 1) * size);
    for (const listener of listeners) listener.resume();
    await until(() => answers.held.bytes === 0);
    for (const listener of listeners) await until(() => listener.events.length === events);
  });

  it('is closed where the memory of unread answers is short', async () => {
    const limits = { easyBytes: 1024 * 1024, oldMs: 10, lookMs: 10, idleLooks: 3 };
    await start({ maxBacklogBytes: Infinity }, undefined, limits);
    (await listen()).pause();
    for (let event = 0; event < 20; event++) hub.publish('alarm', { reason: 'x'.repeat(1024 * 1024) });
    await until(() => hub.clientCount === 0);
    expect(answers.held.bytes).toBe(0);
  });
});
