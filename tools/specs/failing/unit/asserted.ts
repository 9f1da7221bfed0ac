import { createServer } from 'node:http';
import { Socket } from 'node:net';
import request from 'supertest';

it('passes', () => undefined);

it('expects something else of a response', async () => {
  const response = await request(createServer((_request, answer) => answer.end())).get('/');
  expect(response).toEqual({ status: 404 });
});

it('expects something else of a socket', () => expect(new Socket()).toBe(1));

describe('a group whose preparation fails', () => {
  beforeAll(() => {
    throw Object.assign(new Error('socket'), { socket: new Socket() });
  });

  it('fails', () => undefined);
  it('fails too', () => undefined);
});
