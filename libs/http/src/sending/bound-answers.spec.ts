import { Logger } from '@nestjs/common';
import compression from 'compression';
import express, { type Express } from 'express';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { connect, type AddressInfo, type Socket } from 'node:net';
import request from 'supertest';
import { boundAnswers } from './bound-answers';
import { AnswerLimits, UnfinishedAnswers } from './unfinished-answers';

// Clients are cut off here.
Logger.overrideLogger(false);

const MiB = 2 ** 20;
/** More than the buffers of both sockets hold. */
const LARGE = { text: 'x'.repeat(12 * MiB) };

let answers: UnfinishedAnswers;
let server: Server;
let making = 0;
let mostMaking = 0;
let flushed = 0;
const idle: Socket[] = [];

/** An API with a large answer that takes a moment to make, a small one, and a stream. */
function api(): Express {
  const app = express();
  app.get('/api/large', (_request, response) => {
    mostMaking = Math.max(mostMaking, ++making);
    setTimeout(() => {
      making--;
      response.json(LARGE);
    }, 5);
  });
  app.get('/api/small', (_request, response) => void response.json({ text: 'ok' }));
  app.get('/api/stream', (_request, response) => {
    response.type('text/event-stream').write(': hello\n\n', () => flushed++);
  });
  app.get('/api/broken', () => {
    throw new Error('broken');
  });
  return app;
}

async function start(different: Partial<AnswerLimits> = {}): Promise<void> {
  answers = new UnfinishedAnswers({ ...new AnswerLimits(), lookMs: 10, ...different });
  [making, mostMaking, flushed] = [0, 0, 0];
  const app = express();
  app.use(compression());
  app.use(boundAnswers(answers, ({ path }) => path.startsWith('/api/')));
  app.use(api());
  server = createServer(app).listen(0, '127.0.0.1');
  await once(server, 'listening');
}

/** Clients that ask and read nothing. */
function ask(count: number, path: string): void {
  const { port } = server.address() as AddressInfo;
  for (let client = 0; client < count; client++) {
    const socket = connect(port, '127.0.0.1').pause();
    socket.on('error', () => undefined).write(`GET ${path} HTTP/1.1\r\nHost: x\r\n\r\n`);
    idle.push(socket);
  }
}

async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise((resolve) => setTimeout(resolve, 5));
}

const get = (path: string, encoding = 'identity') => request(server).get(path).set('Accept-Encoding', encoding);

afterEach(() => {
  for (const socket of idle.splice(0)) socket.destroy();
  answers.onModuleDestroy();
  server.closeAllConnections();
  server.close();
});

describe('answers', () => {
  it.each(['identity', 'gzip', 'br'])('are the same as without limits, encoding %s', async (encoding) => {
    await start();
    const large = await get('/api/large', encoding);
    expect([large.status, large.headers['content-encoding'] ?? 'identity']).toEqual([200, encoding]);
    expect((large.body as typeof LARGE).text).toHaveLength(LARGE.text.length);
    if (encoding === 'identity') expect(Number(large.headers['content-length'])).toBe(JSON.stringify(LARGE).length);
    expect((await get('/api/small', encoding)).body).toEqual({ text: 'ok' });
    expect((await get('/api/broken', encoding)).status).toBe(500);
    await until(() => answers.held.bytes === 0);
  });

  it('have no body where only the headers are asked for, or the client has it', async () => {
    await start();
    const { headers } = await get('/api/large');
    const head = await request(server).head('/api/large').set('Accept-Encoding', 'identity');
    expect([head.status, head.headers['content-length']]).toEqual([200, headers['content-length']]);
    expect((await get('/api/large').set('If-None-Match', String(headers.etag))).status).toBe(304);
  });

  it('are made one at a time, and all are given to those that read', async () => {
    await start();
    const all = await Promise.all(Array.from({ length: 6 }, () => get('/api/large').buffer(false)));
    expect(all.map(({ status }) => status)).toEqual(all.map(() => 200));
    expect(mostMaking).toBe(1);
  });

  it('that nobody reads hold no more than they may, and give way to one that is read', async () => {
    await start({ maxBytes: 30 * MiB });
    await get('/api/large');
    let most = 0;
    const looking = setInterval(() => (most = Math.max(most, answers.held.bytes)), 1);
    ask(6, '/api/large');
    await until(() => answers.held.bytes > 15 * MiB);
    expect((await get('/api/large')).status).toBe(200);
    clearInterval(looking);
    expect(most).toBeLessThan(45 * MiB);
  });

  it('are refused where others are being read that fill the memory; small ones are not', async () => {
    await start({ maxBytes: 1, roomMs: 50, stuckLooks: Infinity });
    for (const path of ['/api/small', '/api/large']) await get(path);
    answers.held.hold([Buffer.alloc(MiB)]);
    expect((await get('/api/large')).status).toBe(503);
    expect((await get('/api/small')).status).toBe(200);
  });

  it('wait for no stream, and for nobody who has gone', async () => {
    await start();
    ask(3, '/api/stream');
    await until(() => flushed === 3);
    await get('/api/large');
    ask(5, '/api/large');
    for (const socket of idle) socket.destroy();
    expect((await get('/api/large')).status).toBe(200);
  });
});
