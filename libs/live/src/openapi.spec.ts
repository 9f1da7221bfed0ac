import type { OpenAPIObject } from '@nestjs/swagger';
import { documentOf } from './testing/document';
import { startLiveApp, type LiveApp } from './testing/live-app';

interface Explained {
  readonly description?: string;
}

interface Operation extends Explained {
  readonly summary?: string;
  readonly parameters?: Explained[];
  readonly responses: Record<string, Explained>;
}

let live: LiveApp;
let document: OpenAPIObject;

beforeAll(async () => {
  live = await startLiveApp();
  document = documentOf(live.app);
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
      'get /api/alert-rules listAlertRules',
      'get /api/alert-rules.yml getAlertRuleFile',
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

  it('explains every operation, every parameter and every answer', () => {
    for (const [path, operations] of Object.entries(document.paths)) {
      for (const { summary, description, parameters, responses } of Object.values(operations) as Operation[]) {
        const explained: Explained[] = [
          { description: summary },
          { description },
          ...(parameters ?? []),
          ...Object.values(responses),
        ];
        expect([path, explained.filter((each) => !each.description)]).toEqual([path, []]);
      }
    }
  });

  it('explains every field', () => {
    const schemas = (document.components?.schemas ?? {}) as Record<string, { properties?: Record<string, Explained> }>;
    const bare = Object.entries(schemas).flatMap(([name, { properties = {} }]) =>
      Object.entries(properties)
        // What refers to another schema is explained there.
        .filter(([, field]) => !('$ref' in field) && !('allOf' in field) && !field.description)
        .map(([field]) => `${name}.${field}`),
    );
    expect(bare.filter((field) => !field.startsWith('ObjectRefDto.'))).toEqual([]);
  });
});
