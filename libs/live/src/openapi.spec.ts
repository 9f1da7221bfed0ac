import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import { startLiveApp, type LiveApp } from './testing/live-app';

let live: LiveApp;
let document: OpenAPIObject;

beforeAll(async () => {
  live = await startLiveApp();
  document = SwaggerModule.createDocument(live.app, new DocumentBuilder().build(), {
    operationIdFactory: (_controller, method) => method,
  });
});

afterAll(() => live.close());

describe('the API document', () => {
  it('has one stable name for each operation', () => {
    const names = Object.entries(document.paths).flatMap(([path, operations]) =>
      Object.entries(operations).map(([method, { operationId }]) => `${method} ${path} ${operationId}`),
    );
    expect(names.sort()).toEqual([
      'get /api/about getAbout',
      'get /api/alarms listAlarms',
      'get /api/catalogue getCatalogue',
      'get /api/connections/{id}/events listEvents',
      'get /api/connections/{id}/history getHistory',
      'get /api/connections/{id}/objects listObjects',
      'get /api/connections/{id}/series listSeries',
      'get /api/connections/{id}/status getDeviceStatus',
      'get /api/connections/{id}/status/{objectType} getObjectStatus',
      'get /api/fleet getFleet',
      'get /api/stream streamEvents',
      'post /api/connections/discover discoverObjects',
      'post /api/connections/test testConnection',
    ]);
  });

  it('refers to nothing that it does not describe', () => {
    const text = JSON.stringify(document);
    const referred = [...text.matchAll(/#\/components\/schemas\/(\w+)/g)].map(([, name]) => name);
    expect(referred.length).toBeGreaterThan(20);
    expect(referred.filter((name) => document.components?.schemas?.[name as string] === undefined)).toEqual([]);
  });
});
