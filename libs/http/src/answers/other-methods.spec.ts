import type { NextFunction, Request, Response } from 'express';
import { ProblemError } from '../problems/problem-error';
import { refuseOtherMethods } from './other-methods';

/** What the application's filter gets to answer; undefined where the request goes on to its route. */
function refusalOf(method: string, originalUrl: string): unknown {
  const refuse = refuseOtherMethods([{ path: '/api/connections/{id}/export.csv', methods: ['GET'] }]);
  let refusal: unknown;
  const response: Partial<Response> = { setHeader: () => response as Response };
  const next: NextFunction = (error?: unknown) => (refusal = error);
  void refuse({ method, originalUrl } as Request, response as Response, next);
  return refusal;
}

it('refuses the methods that a path does not have', () => {
  expect(refusalOf('POST', '/api/connections/7/export.csv?x=1')).toBeInstanceOf(ProblemError);
  expect(refusalOf('GET', '/api/connections/7/export.csv')).toBeUndefined();
});

it.each(['/api/connections/7/exportXcsv', '/api/connections/7/8/export.csv', '/api/connections'])(
  'leaves %s to the routes',
  (path) => expect(refusalOf('POST', path)).toBeUndefined(),
);
