import express from 'express';
import { once } from 'node:events';
import type { Server } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import { send } from './send';
import { AnswerLimits, UnfinishedAnswers } from './unfinished-answers';

describe('send', () => {
  let server: Server;
  afterEach(() => {
    server.closeAllConnections();
    server.close();
  });

  it('cuts a scraper off that takes nothing for a while', async () => {
    const ended = new Promise<string>((resolve) => {
      const app = express().get('/', (_request, response) => {
        const pieces = Array.from({ length: 300 }, () => Buffer.alloc(64 * 1024));
        send(response, pieces, new UnfinishedAnswers(new AnswerLimits()), 60_000, 50).then(
          () => resolve('sent'),
          (error: NodeJS.ErrnoException) => resolve(String(error.code)),
        );
      });
      server = app.listen(0, '127.0.0.1');
    });
    await once(server, 'listening');
    const idle = connect((server.address() as AddressInfo).port, '127.0.0.1').pause();
    idle.write('GET / HTTP/1.1\r\nHost: x\r\n\r\n');
    expect(await ended).toBe('ERR_STREAM_PREMATURE_CLOSE');
    idle.destroy();
  });
});
