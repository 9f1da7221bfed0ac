import { Logger } from '@nestjs/common';
import express from 'express';
import { once } from 'node:events';
import type { Server } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import { send } from './send';
import { AnswerLimits, UnfinishedAnswers } from './unfinished-answers';

// Clients are cut off here.
Logger.overrideLogger(false);

describe('send', () => {
  const answers = new UnfinishedAnswers({ ...new AnswerLimits(), lookMs: 10, stalledLooks: 5 });
  let server: Server;
  afterEach(() => {
    answers.onModuleDestroy();
    server.closeAllConnections();
    server.close();
  });

  it('cuts a client off that takes nothing for a while', async () => {
    const ended = new Promise<string>((resolve) => {
      const app = express().get('/', (_request, response) => {
        const pieces = Array.from({ length: 300 }, () => Buffer.alloc(64 * 1024));
        send(response, pieces, answers, 60_000).then(
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
    expect(answers.held.bytes).toBe(0);
    idle.destroy();
  });
});
