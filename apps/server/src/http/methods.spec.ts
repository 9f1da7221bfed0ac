import { Controller, Get, Module, Put } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { ProblemFilter, refuseOtherMethods } from '@snp/http';
import { describeApi } from '../openapi';
import { methodsOf } from './methods';

@Controller('api/things')
class ThingsController {
  @Get(':id')
  read(): string {
    return 'read';
  }

  @Put(':id')
  write(): string {
    return 'written';
  }
}

@Module({ controllers: [ThingsController] })
class ThingsModule {}

let app: NestExpressApplication;

beforeAll(async () => {
  app = await NestFactory.create<NestExpressApplication>(ThingsModule, { logger: false });
  app.use(refuseOtherMethods(methodsOf(describeApi(app, '1'))));
  app.useGlobalFilters(new ProblemFilter());
  await app.listen(0, '127.0.0.1');
});
afterAll(() => app.close());

const call = async (method: string, path: string) => fetch(`${await app.getUrl()}${path}`, { method });

it.each(['POST', 'DELETE', 'PATCH'])(
  '%s, which the path does not have, is refused with those that it has',
  async (method) => {
    const answer = await call(method, '/api/things/1');
    expect([answer.status, answer.headers.get('allow')]).toEqual([405, 'GET, PUT, HEAD, OPTIONS']);
    expect(answer.headers.get('content-type')).toMatch('application/problem+json');
  },
);

it('OPTIONS tells which methods there are', async () => {
  const answer = await call('OPTIONS', '/api/things/1');
  expect([answer.status, answer.headers.get('allow')]).toEqual([204, 'GET, PUT, HEAD, OPTIONS']);
});

it.each([
  ['GET', '/api/things/1', 200],
  ['HEAD', '/API/things/1/', 200],
  ['PUT', '/api/things/1', 200],
  ['DELETE', '/api/nothing', 404],
  ['OPTIONS', '/api/things/1/2', 404],
])('%s %s is answered as ever', async (method, path, status) => {
  expect((await call(method, path)).status).toBe(status);
});
