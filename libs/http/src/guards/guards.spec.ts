import { Controller, Get, Logger, Module, Post, Res } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { Response } from 'express';
import { connect } from 'node:net';
import request from 'supertest';
import { ProblemFilter } from '../problems/problem.filter';
import { AllowedHosts } from './allowed-hosts';
import { BASE_PATH_LOCAL, externalPath, underBasePath } from './base-path';
import { refuseForeignHosts } from './foreign-hosts';
import { refuseForeignPages } from './foreign-pages';

@Controller()
class Things {
  @Get('api/things')
  read(): string {
    return 'read';
  }

  @Post('api/things')
  write(@Res() response: Response): void {
    response.location(externalPath(response, '/api/things/7')).send('written');
  }

  @Get('open')
  open(): string {
    return 'open';
  }

  @Get()
  page(): string {
    return 'page';
  }
}

@Module({ controllers: [Things] })
class ThingsModule {}

interface Setting {
  readonly trustProxy?: readonly string[];
  readonly basePath?: string;
  readonly externalUrl?: string;
}

let app: NestExpressApplication;

async function start({ trustProxy = [], basePath = '', externalUrl }: Setting = {}) {
  app = await NestFactory.create<NestExpressApplication>(ThingsModule, { logger: false });
  app.set('trust proxy', trustProxy);
  app.setLocal(BASE_PATH_LOCAL, basePath);
  app.use(refuseForeignHosts(new AllowedHosts(['snp.example.org'], 'mcr-1'), (path) => path === '/open'));
  app.use(underBasePath(basePath), refuseForeignPages(externalUrl));
  app.useGlobalFilters(new ProblemFilter());
  await app.listen(0, '127.0.0.1');
  return request(await app.getUrl());
}

/** What is answered to bytes that no HTTP client sends. */
async function answerTo(text: string): Promise<string> {
  const { port } = app.getHttpServer().address() as { port: number };
  return new Promise((resolve, reject) => {
    let answer = '';
    const socket = connect(port, '127.0.0.1', () => socket.write(text));
    socket.on('data', (piece: Buffer) => (answer += piece.toString())).on('error', reject);
    socket.on('close', () => resolve(answer));
  });
}

beforeEach(() => jest.spyOn(Logger.prototype, 'warn').mockImplementation());
afterEach(async () => {
  jest.restoreAllMocks();
  await app.close();
});

describe('requests under foreign names', () => {
  it('get 421, which says how to allow the name, as a problem or as text', async () => {
    const http = await start();
    const { status, body } = await http.get('/api/things').set('Host', 'Rebind.test:8080');
    expect([status, body]).toEqual([
      421,
      expect.objectContaining({ type: 'urn:snp-exporter:problem:host-not-allowed' }),
    ]);
    expect((body as { detail: string }).detail).toContain('ALLOWED_HOSTS=rebind.test)');
    const page = await http.get('/').set('Host', 'rebind.test').set('Accept', 'text/html,*/*;q=0.8');
    expect([page.status, page.type]).toEqual([421, 'text/plain']);
    expect(page.text).toContain('"rebind.test"');
  });

  it('are logged once for each name', async () => {
    const http = await start();
    for (const host of ['a.test', 'b.test:1', 'a.test:2']) await http.get('/').set('Host', host).expect(421);
    expect(
      jest.mocked(Logger.prototype.warn).mock.calls.map(([, fields]) => (fields as { host: string }).host),
    ).toEqual(['a.test', 'b.test']);
  });

  it('are answered on paths that are open', async () => {
    await (await start()).get('/open?x=1').set('Host', 'rebind.test').expect(200, 'open');
  });

  it.each([
    ['GET /api/things HTTP/1.0\r\n\r\n', 200],
    ['GET /api/things HTTP/1.0\r\nHost: rebind.test\r\n\r\n', 421],
    ['GET /api/things HTTP/1.1\r\nConnection: close\r\n\r\n', 400],
    ['GET /api/things HTTP/1.1\r\nHost:\r\nConnection: close\r\n\r\n', 421],
    ['GET /api/things HTTP/1.1\r\nHost: localhost\r\nHost: rebind.test\r\nConnection: close\r\n\r\n', 400],
    ['GET http://localhost:80/api/things HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n', 200],
    ['GET http://rebind.test/api/things HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n', 421],
    ['GET HTTP://rebind.test HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n', 421],
    ['GET ws://rebind.test/api/things HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n', 421],
    ['GET ftp://rebind.test/ HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n', 421],
    ['POST http://rebind.test/open HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n', 404],
  ])('whose target is odd: %j: %d', async (text, status) => {
    await start();
    expect(await answerTo(text)).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
  });

  it.each([
    [[], 'localhost', 'rebind.test', 200],
    [[], 'rebind.test', 'snp.example.org', 421],
    [['10.0.0.0/8'], 'rebind.test', 'snp.example.org', 421],
    [['loopback'], 'backend', 'snp.example.org', 200],
    [['127.0.0.0/8'], 'localhost', 'rebind.test', 421],
    [['127.0.0.1'], 'backend', 'localhost, rebind.test', 421],
    [['127.0.0.1'], 'backend', 'rebind.test, localhost', 421],
    [['127.0.0.1'], 'backend', 'snp.example.org:443, localhost', 200],
    [['127.0.0.1'], 'rebind.test', undefined, 421],
  ])('with proxies %j: host %s, forwarded %s: %d', async (trustProxy, host, forwarded, status) => {
    const http = await start({ trustProxy });
    const call = http.get('/').set('Host', host);
    expect((await (forwarded ? call.set('X-Forwarded-Host', forwarded) : call)).status).toBe(status);
  });
});

describe('requests from foreign pages', () => {
  const PAGE = { 'Sec-Fetch-Mode': 'navigate', 'Sec-Fetch-Dest': 'document' };

  it.each<[string, string, Record<string, string>, number]>([
    ['post', '/api/things', {}, 201],
    ['post', '/api/things', { 'Sec-Fetch-Site': 'same-origin', Origin: 'http://localhost:8080' }, 201],
    ['post', '/api/things', { 'Sec-Fetch-Site': 'none' }, 201],
    ['post', '/api/things', { Origin: 'HTTP://LOCALHOST:8080' }, 201],
    ['post', '/api/things', { Origin: 'https://people.example' }, 201],
    ['post', '/api/things', { 'Sec-Fetch-Site': 'cross-site' }, 403],
    ['post', '/api/things', { 'Sec-Fetch-Site': 'same-site' }, 403],
    ['post', '/api/things', { 'Sec-Fetch-Site': 'cross-site', ...PAGE }, 403],
    ['post', '/api/things', { 'Sec-Fetch-Site': 'same-origin', Origin: 'http://evil.test' }, 403],
    ['post', '/api/things', { Origin: 'http://evil.test' }, 403],
    ['post', '/api/things', { Origin: 'null' }, 403],
    ['post', '/api/things', { Origin: '' }, 403],
    ['post', '/api/things', { Origin: 'http://localhost:8081' }, 403],
    ['post', '/api/things', { Origin: 'http://localhost' }, 403],
    ['post', '/api/things', { Origin: 'https://localhost:8080' }, 403],
    ['post', '/api/things', { Origin: 'http://localhost:8080.evil.test' }, 403],
    ['post', '/api/things', { Origin: 'http://evil.test, http://localhost:8080' }, 403],
    ['delete', '/api/things', { Origin: 'http://evil.test' }, 403],
    ['patch', '/anything', { Origin: 'http://evil.test' }, 403],
    ['get', '/api/things', { 'Sec-Fetch-Site': 'cross-site', 'Sec-Fetch-Mode': 'no-cors' }, 403],
    [
      'get',
      '/api/things',
      { 'Sec-Fetch-Site': 'cross-site', 'Sec-Fetch-Mode': 'navigate', 'Sec-Fetch-Dest': 'iframe' },
      403,
    ],
    ['get', '/API/things', { Origin: 'http://evil.test' }, 403],
    ['get', '/api/things', { 'Sec-Fetch-Site': 'cross-site', ...PAGE }, 200],
    ['get', '/', { 'Sec-Fetch-Site': 'cross-site', ...PAGE }, 200],
    ['get', '/api/things', { 'Sec-Fetch-Site': 'same-origin' }, 200],
  ])('%s %s with %j: %d', async (method, path, headers, status) => {
    const http = await start({ externalUrl: 'https://people.example/snp/' });
    const call = http[method as 'get' | 'post'](path).set('Host', 'localhost:8080').set(headers);
    expect((await call).status).toBe(status);
  });

  it.each([
    ['https://snp.example.org', 201],
    ['http://snp.example.org', 403],
    ['http://localhost:8080', 403],
  ])('behind a trusted proxy with TLS: from %s: %d', async (origin, status) => {
    const http = await start({ trustProxy: ['loopback'] });
    const forwarded = { 'X-Forwarded-Host': 'snp.example.org', 'X-Forwarded-Proto': 'https', Host: 'localhost:8080' };
    expect((await http.post('/api/things').set({ ...forwarded, Origin: origin })).status).toBe(status);
  });

  it('say where they came from and what to set behind a proxy', async () => {
    const { body } = await (await start()).post('/api/things').set({ Host: 'localhost', Origin: 'https://localhost' });
    expect((body as { detail: string }).detail).toMatch(/page of https:.*pages of http:.*TRUST_PROXY.*EXTERNAL_URL/);
  });
});

describe('a base path', () => {
  it.each([
    ['/snp/api/things', 200],
    ['/api/things', 200],
    ['/snp/', 200],
    ['/snpx/api/things', 404],
    ['/SNP/api/things', 404],
    ['/snp/snp/api/things', 404],
  ])('%s: %d', async (path, status) => {
    expect((await (await start({ basePath: '/snp' })).get(path)).status).toBe(status);
  });

  it.each([
    ['/snp', '/snp/'],
    ['/snp?text=MCR', '/snp/?text=MCR'],
  ])('%s leads to %s', async (path, location) => {
    const { status, headers } = await (await start({ basePath: '/snp' })).get(path);
    expect([status, headers['location']]).toEqual([302, location]);
  });

  it('is in the location of what was created, whether the proxy removes it or not', async () => {
    const http = await start({ basePath: '/snp' });
    for (const path of ['/snp/api/things', '/api/things'])
      expect((await http.post(path)).headers['location']).toBe('/snp/api/things/7');
  });

  it('does not hide reading the API from the check of foreign pages', async () => {
    const http = await start({ basePath: '/snp' });
    await http.get('/snp/api/things').set('Origin', 'http://evil.test').expect(403);
  });
});
