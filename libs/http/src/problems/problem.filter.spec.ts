import { Controller, Get, Logger, NotFoundException, Res, ServiceUnavailableException } from '@nestjs/common';
import { Test } from '@nestjs/testing';
import type { Response } from 'express';
import request from 'supertest';
import { ProblemError } from './problem-error';
import { ProblemFilter } from './problem.filter';

@Controller()
class Failing {
  @Get('unexpected')
  unexpected(): never {
    throw new Error('SELECT password FROM snp_connections');
  }

  @Get('expected')
  expected(): never {
    throw new NotFoundException('nothing here');
  }

  @Get('conditional')
  conditional(): never {
    // As the server of static files does.
    throw Object.assign(new Error('Precondition Failed'), { status: 412, expose: true });
  }

  @Get('flawed')
  flawed(): never {
    throw new ProblemError(
      422,
      'invalid',
      'Invalid',
      'x (and 4999 more)',
      Array.from({ length: 5_000 }, (_, at) => ({ pointer: `/${at}`, message: 'x' })),
    );
  }

  @Get('busy')
  busy(): never {
    throw new ProblemError(429, 'busy', 'Busy', 'Too many requests.', undefined, 12);
  }

  @Get('starting')
  starting(): never {
    throw new ServiceUnavailableException('still starting');
  }

  @Get('late')
  late(@Res() response: Response): never {
    response.write('half an ans');
    throw new Error('on its way');
  }
}

it('tells nothing of an unexpected error but that the log knows, and logs it once', async () => {
  const log = jest.spyOn(Logger.prototype, 'error').mockImplementation();
  const module = await Test.createTestingModule({ controllers: [Failing] }).compile();
  const app = await module.createNestApplication().useGlobalFilters(new ProblemFilter()).init();
  const http = request(app.getHttpServer());

  const unexpected = await http.get('/unexpected').expect(500);
  expect(unexpected.headers['content-type']).toMatch('application/problem+json');
  expect(unexpected.body).toEqual({
    type: 'urn:snp-exporter:problem:internal',
    title: 'Internal error',
    status: 500,
    detail: 'The exporter failed to answer this request. See its log.',
  });
  expect(log).toHaveBeenCalledTimes(1);
  expect(log).toHaveBeenCalledWith('request failed', { error: expect.stringContaining('SELECT') });

  const { body } = await http.get('/expected').expect(404);
  expect(body).toEqual({
    type: 'urn:snp-exporter:problem:not-found',
    title: 'Not Found',
    status: 404,
    detail: 'nothing here',
  });

  expect((await http.get('/conditional').expect(412)).body).toMatchObject({ detail: 'Precondition Failed' });
  const flawed = await http.get('/flawed').expect(422);
  expect((flawed.body as { errors: unknown[] }).errors).toHaveLength(100);
  expect((await http.get('/busy').expect(429)).headers['retry-after']).toBe('12');
  expect((await http.get('/starting').expect(503)).headers['retry-after']).toBe('5');

  await expect(http.get('/late')).rejects.toThrow(/aborted|hang up/);
  await app.close();
  log.mockRestore();
});
