import { signal } from '@angular/core';
import type { Connection, ObjectTemplate } from '../../core/api/models';
import { ConnectionDraft } from './connection-draft';

const ptp = { elementIP: '127.0.0.1', objectType: 'ptp' };
const system = { elementIP: '127.0.0.1', objectType: 'system' };
const templates = signal<readonly ObjectTemplate[]>([
  { name: 'minimal', description: '', objects_ids: [ptp, system] },
  { name: 'standard', description: '', objects_ids: [ptp, system, { elementIP: '127.0.0.1', objectType: 'ipVidRx' }] },
]);
const stored: Connection = {
  id: 7,
  name: 'MCR-1',
  restapi: 'https://192.168.90.23:9089/api/auth',
  websocket: 'wss://192.168.90.23/smm',
  username: 'admin',
  objects_ids: [ptp, system],
  enabled: true,
  tags: { site: 'london' },
  legacy_tls: false,
  created_at: '2026-02-03 20:00:00',
  updated_at: '2026-02-03 20:00:00',
  status: 'connected',
  reason: '',
  last_update: null,
  fault: null,
};
const taken = signal<ReadonlySet<string>>(new Set(['MCR-1', 'MCR-2']));
const draftOf = (before: Connection | null = null) => new ConnectionDraft(before, taken, templates);

function filled(): ConnectionDraft {
  const draft = draftOf();
  draft.name.set('OB-1');
  draft.setHost('192.168.90.40');
  draft.username.set('admin');
  draft.password.set('secret');
  return draft;
}

describe('a new connection', () => {
  it('is made of a name, a host and credentials', () => {
    const draft = filled();
    expect(draft.isValid()).toBe(true);
    expect(draft.body()).toEqual({
      name: 'OB-1',
      restapi: 'https://192.168.90.40:9089/api/auth',
      websocket: 'wss://192.168.90.40/smm',
      username: 'admin',
      password: 'secret',
      objects_ids: templates()[1].objects_ids,
      enabled: true,
      tags: {},
      legacy_tls: false,
    });
  });

  it('needs a password', () => {
    const draft = filled();
    draft.password.set('');
    expect(draft.faults().password).toBe('Enter a password');
  });

  it('cannot have a name that is taken', () => {
    const draft = filled();
    draft.name.set('MCR-2');
    expect(draft.faults().name).not.toBeNull();
  });

  it('is sent without white space at the ends, the password as it was typed', () => {
    const draft = filled();
    draft.name.set('\u00a0OB-1\u200b ');
    draft.restapi.set(' https://192.168.90.40/auth ');
    draft.username.set('admin\u2007');
    draft.password.set(' secret ');
    draft.tags.set('\u200bsite =\u00a0london\u200b');
    expect([draft.isValid(), draft.body()]).toEqual([
      true,
      expect.objectContaining({
        name: 'OB-1',
        restapi: 'https://192.168.90.40/auth',
        username: 'admin',
        password: ' secret ',
        tags: { site: 'london' },
      }),
    ]);
    expect(draft.passwordHint()).toContain('begins or ends with a space');
    draft.password.set('secret');
    expect(draft.passwordHint()).toBe('');
  });

  it('cannot have characters that are not seen', () => {
    const draft = filled();
    for (const field of ['name', 'restapi', 'websocket', 'username'] as const) {
      const before = draft[field]();
      draft[field].set(`${before.slice(0, -1)}\u200b${before.slice(-1)}`);
      expect(draft.faults()[field]).toContain('Remove the zero-width space (U+200B) after');
    }
    draft.tags.set('site=lon\u200bdon');
    expect(draft.faults().tags).toBe('“site”: Remove the zero-width space (U+200B) after “lon”');
  });

  it('starts a custom list with the objects of the template', () => {
    const draft = filled();
    draft.choice.set('minimal');
    draft.startCustom();
    expect(draft.customObjects()).toEqual([ptp, system]);
    draft.addCustom([ptp, { elementIP: '127.0.0.1', objectType: 'GPI' }]);
    expect(draft.objects().map(({ objectType }) => objectType)).toEqual(['ptp', 'system', 'GPI']);
  });

  it('cannot have an object without a type, or none at all', () => {
    const draft = filled();
    draft.startCustom();
    draft.customObjects.set([{ elementIP: '127.0.0.1', objectType: '' }]);
    expect(draft.faults().objects_ids).toBe('Enter an object type');
    draft.customObjects.set([]);
    expect(draft.faults().objects_ids).toBe('Select at least one object');
  });
});

describe('a stored connection that is edited', () => {
  it('is shown by its host and its template, unchanged', () => {
    const draft = draftOf(stored);
    expect([draft.host(), draft.choice(), draft.isChanged(), draft.isValid()]).toEqual([
      '192.168.90.23',
      'minimal',
      false,
      true,
    ]);
  });

  it('is sent as what has changed', () => {
    const draft = draftOf(stored);
    draft.name.set('MCR-9');
    draft.tags.set('');
    expect(draft.changes()).toEqual({ name: 'MCR-9', tags: {} });
  });

  it('keeps what it has of white space and hidden characters until that is changed', () => {
    const odd = { ...stored, name: 'MCR\u200b 1 ', username: 'ad\u200bmin ', tags: { site: 'lon\u200bdon ' } };
    const draft = draftOf(odd);
    draft.isEnabled.set(false);
    expect([draft.isValid(), draft.changes()]).toEqual([true, { enabled: false }]);
    draft.name.set('MCR 1 ');
    expect([draft.isValid(), draft.changes()]).toEqual([true, { enabled: false, name: 'MCR 1' }]);
  });

  it.each([
    ['another host', (draft: ConnectionDraft) => draft.setHost('10.0.0.1')],
    ['another path', (draft: ConnectionDraft) => draft.restapi.set('https://192.168.90.23:9089/other')],
    ['another path of the WebSocket', (draft: ConnectionDraft) => draft.websocket.set('wss://192.168.90.23/other')],
  ])('needs the password again when it points to %s', (_, change) => {
    const draft = draftOf(stored);
    change(draft);
    expect(draft.faults().password).toContain('Enter the password again');
    draft.password.set('secret');
    expect(draft.isValid()).toBe(true);
  });

  it('may keep its own name', () => {
    const draft = draftOf(stored);
    draft.name.set('mcr-1');
    expect(draft.faults().name).toBeNull();
  });

  it('sends legacy TLS only where it was changed, and tests with it', () => {
    const draft = draftOf(stored);
    draft.isLegacyTls.set(true);
    expect([draft.isChanged(), draft.changes()]).toEqual([true, { legacy_tls: true }]);
    expect(draft.probe()).toMatchObject({ legacy_tls: true });
    expect(draftOf({ ...stored, legacy_tls: true }).changes()).toEqual({});
  });

  it('is tested with the stored password unless another is typed', () => {
    const draft = draftOf(stored);
    expect(draft.probe()).toEqual({
      id: 7,
      name: 'MCR-1',
      restapi: stored.restapi,
      websocket: stored.websocket,
      username: 'admin',
      objects_ids: [ptp, system],
      legacy_tls: false,
    });
  });

  it('is not said to have other objects when they only stand in another order', () => {
    const draft = draftOf({ ...stored, objects_ids: [...stored.objects_ids].reverse() });
    draft.name.set('MCR-2');
    expect(draft.changes()).toEqual({ name: 'MCR-2' });
  });
});

describe('what the server refuses', () => {
  it('stays at the field until that is changed', () => {
    const draft = filled();
    const others = draft.showServerFaults([
      { pointer: '/name', message: 'is taken' },
      { pointer: '/objects_ids/2/objectType', message: 'is required' },
      { pointer: '/oops', message: 'is not a field' },
    ]);
    expect(draft.faults().name).toBe('is taken');
    expect(draft.faults().objects_ids).toBe('2 objectType is required');
    expect(others).toEqual([{ pointer: '/oops', message: 'is not a field' }]);
    draft.name.set('OB-2');
    expect(draft.faults().name).toBeNull();
  });
});
