import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { discoverObjects, getAbout, getConnection, listObjectTemplates } from '@snp/api-client';
import { Api } from '../../core/api/client';
import { ConnectionsStore } from '../connections-store';
import { EditorStore } from './editor-store';

const object = (objectType: string, objectId?: string) => ({ elementIP: '127.0.0.1', objectType, objectId });
const templates = [
  { name: 'minimal', description: '', objects_ids: [object('ptp')] },
  { name: 'everything', description: '', objects_ids: [object('ptp'), object('videoIn', 'BNC-1'), object('videoIn')] },
];

function storeWith(answers: ReadonlyMap<unknown, unknown>): EditorStore {
  const invoke = (operation: unknown) => Promise.resolve(answers.get(operation));
  TestBed.configureTestingModule({
    providers: [
      EditorStore,
      { provide: Api, useValue: { invoke, answer: (operation: unknown) => invoke(operation) } },
      { provide: ConnectionsStore, useValue: { names: signal(new Set()) } },
    ],
  });
  return TestBed.inject(EditorStore);
}

describe('EditorStore', () => {
  it.each([true, false])('offers legacy TLS where the exporter permits it: %p', async (isPermitted) => {
    const store = storeWith(
      new Map<unknown, unknown>([
        [listObjectTemplates, templates],
        [getAbout, { legacy_tls: isPermitted }],
      ]),
    );
    await store.open(null);
    expect(store.offersLegacyTls()).toBe(isPermitted);
  });

  it('offers legacy TLS to a connection that has it, although the exporter no longer permits it', async () => {
    const body = { id: 1, name: 'old', restapi: '', websocket: '', objects_ids: [], legacy_tls: true };
    const store = storeWith(
      new Map<unknown, unknown>([
        [listObjectTemplates, templates],
        [getConnection, { body, headers: new Map() }],
        [getAbout, { legacy_tls: false }],
      ]),
    );
    await store.open(1);
    expect([store.offersLegacyTls(), store.permitsLegacyTls()]).toEqual([true, false]);
  });

  it('suggests the object types of the templates, and those that the device has', async () => {
    const answers = new Map<unknown, unknown>([
      [listObjectTemplates, templates],
      [discoverObjects, { objects: [{ object_type: 'procChannelUHD' }, { object_type: 'ptp' }] }],
    ]);
    const store = storeWith(answers);
    await store.open(null);
    expect(store.knownTypes()).toEqual(['ptp', 'videoIn']);
    await store.discover();
    expect(store.knownTypes()).toEqual(['ptp', 'videoIn', 'procChannelUHD']);
  });
});
