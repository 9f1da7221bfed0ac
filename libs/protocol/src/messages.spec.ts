import fc from 'fast-check';
import { MESSAGE_TYPES, parseMessage } from './messages';

const read = (message: unknown) => parseMessage(JSON.stringify(message));

describe('a message', () => {
  it.each([
    [
      { msgType: 'permissionsMsg', currentUser: 'admin' },
      { kind: 'permissions', msgType: 'permissionsMsg' },
    ],
    [{ msgType: 'permissionMessage' }, { kind: 'permissions', msgType: 'permissionMessage' }],
    [
      { msgType: 'fmmStatus', event: 'keepalive' },
      { kind: 'heartbeat', msgType: 'fmmStatus' },
    ],
    [{ msgType: 'logState' }, { kind: 'ignored', msgType: 'logState' }],
    [{ msgType: 'logsState' }, { kind: 'ignored', msgType: 'logsState' }],
    [
      { msgType: 'brandNew', statuses: 5 },
      { kind: 'other', msgType: 'brandNew' },
    ],
    [
      { msgType: 'allStatuses', statuses: ['{}', 5] },
      { kind: 'statuses', msgType: 'allStatuses', complete: true, statuses: ['{}', 5] },
    ],
    [
      { msgType: 'statusState', statuses: [] },
      { kind: 'statuses', msgType: 'statusState', complete: false, statuses: [] },
    ],
    [
      { msgType: 'allObjects', configurations: ['{}'] },
      { kind: 'objects', msgType: 'allObjects', configurations: ['{}'] },
    ],
  ])('%j is understood', (message, expected) => expect(read(message)).toEqual(expected));

  it.each([
    '',
    'not JSON',
    '{"msgType":"allStatuses","statuses":[',
    'null',
    '5',
    '[]',
    '{}',
    '{"msgType":5}',
    '{"msgType":null}',
    '{"msgType":"allStatuses"}',
    '{"msgType":"statusState","statuses":{}}',
    '{"msgType":"activeAlarmStatus","activeAlarms":"none"}',
    '{"msgType":"allObjects","configurations":null}',
  ])('%j is refused', (text) => expect(parseMessage(text)).toBeUndefined());

  it('may be called like a built-in property without harm', () => {
    expect(read({ msgType: '__proto__' })).toEqual({ kind: 'other', msgType: '__proto__' });
    expect(read({ msgType: 'constructor' })).toEqual({ kind: 'other', msgType: 'constructor' });
    expect(parseMessage('{"__proto__":{"msgType":"fmmStatus"}}')).toBeUndefined();
  });

  it('may be nested ten thousand deep', () => {
    const deep = `${'['.repeat(10_000)}${']'.repeat(10_000)}`;
    expect(parseMessage(`{"msgType":"statusState","statuses":${deep}}`)?.kind).toBe('statuses');
    expect(parseMessage(deep)).toBeUndefined();
  });

  it('never throws, whatever it holds', () => {
    const envelope = fc.record(
      {
        msgType: fc.oneof(fc.constantFrom(...MESSAGE_TYPES), fc.string()),
        statuses: fc.anything(),
        activeAlarms: fc.oneof(fc.anything(), fc.array(fc.anything())),
        configurations: fc.anything(),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.json(),
          envelope.map((value) => JSON.stringify(value) ?? ''),
        ),
        (text) => {
          const message = parseMessage(text);
          expect(message === undefined || typeof message.msgType === 'string').toBe(true);
        },
      ),
    );
  });
});

describe('the alarms of a message', () => {
  const alarm = {
    id: 55,
    reason: 'Power supply A is bad or AC power is not connected.',
    location: 'System Power Supply',
    fme_ip_address: '192.168.90.33',
    time_stamp: '2026-02-04T15:26:48Z',
    object_id: 'system',
  };
  const alarms = (entries: unknown[]) => {
    const message = read({ msgType: 'activeAlarmStatus', activeAlarms: entries });
    return message?.kind === 'alarms' ? message.alarms : undefined;
  };

  it('are read with the time at which the device raised them', () => {
    expect(alarms([alarm])).toEqual([
      {
        id: '55',
        reason: 'Power supply A is bad or AC power is not connected.',
        location: 'System Power Supply',
        objectId: 'system',
        elementIp: '192.168.90.33',
        raisedAt: Date.UTC(2026, 1, 4, 15, 26, 48),
      },
    ]);
  });

  it('keep what is readable of an entry', () => {
    expect(alarms([{ reason: ' Fan failed ', location: 'N/A', id: 'A7', time_stamp: 'soon' }])).toEqual([
      { id: 'A7', reason: 'Fan failed', location: '', objectId: '', elementIp: '', raisedAt: null },
    ]);
  });

  it('leave out entries that name nothing, and keep their neighbours', () => {
    expect(alarms([null, 5, 'x', [], {}, { id: true }, alarm])).toHaveLength(1);
  });

  it('are none when the device has none', () => expect(alarms([])).toEqual([]));
});
