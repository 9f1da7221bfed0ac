import { Logger } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { Server } from 'node:http';
import { authority, limitTimes, listen, PortUnavailable } from './listeners';

class Empty {}

describe('the listeners', () => {
  let app: NestExpressApplication;

  beforeEach(async () => {
    Logger.overrideLogger(false);
    app = await NestFactory.create<NestExpressApplication>(Empty, { logger: false, abortOnError: false });
  });

  afterEach(() => app.close());

  it.each([
    ['a name that does not resolve', 'no-such-host.invalid', 'cannot be resolved'],
    ['an address of another machine', '192.0.2.1', 'is not an address of this machine'],
    ['an IPv6 address of another machine', '[2001:db8::1]', /cannot be listened on|is not an address/],
    ['an address with a port', '127.0.0.1:8080', 'cannot be resolved'],
    ['a URL', 'http://127.0.0.1', 'cannot be resolved'],
    ['an open bracket', '[::1', 'cannot be resolved'],
    ['an IPv6 address without its interface', 'fe80::1', /cannot be listened on|is not an address/],
  ])('say in one message what is wrong with %s', async (_what, host, reason) => {
    const attempt = listen(app, host, 0, 'UI_PORT');
    await expect(attempt).rejects.toThrow(PortUnavailable);
    await expect(attempt).rejects.toThrow(reason);
    await expect(attempt).rejects.toThrow(`HOST: ${host} `);
  });

  it('take an IPv4 address in brackets', async () => {
    await listen(app, '[127.0.0.1]', 0, 'UI_PORT');
    expect(await app.getUrl()).toContain('127.0.0.1');
  });

  it.each([
    ['0.0.0.0', '0.0.0.0:80'],
    ['::', '[::]:80'],
    ['[::1]', '[::1]:80'],
    ['exporter.example', 'exporter.example:80'],
  ])('write %s and a port as %s', (host, written) => {
    expect(authority(host, 80)).toBe(written);
  });

  it('keep unused connections for longer than load balancers do', () => {
    const server = app.getHttpServer() as Server;
    limitTimes(server);
    expect(server.keepAliveTimeout).toBeGreaterThanOrEqual(65_000);
    expect(server.headersTimeout).toBeGreaterThan(server.keepAliveTimeout);
    expect(server.requestTimeout).toBeGreaterThan(server.headersTimeout);
  });
});
