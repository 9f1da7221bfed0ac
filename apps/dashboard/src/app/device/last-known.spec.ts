import type { DeviceStatus, SessionState } from '../core/api/models';
import { hasValues, keepLastKnown } from './last-known';

const statusOf = (state: SessionState, sections: object): DeviceStatus =>
  ({ name: 'x', session: { state }, power: null, fans: null, ...sections }) as unknown as DeviceStatus;

describe('keepLastKnown', () => {
  const known = statusOf('connected', { power: { ok: true }, fans: [] });

  it('takes what was read as it is while the device is connected', () => {
    expect(keepLastKnown(known, statusOf('connected', {}), ['power']).power).toBeNull();
  });

  it('keeps the last values of a device that is lost', () => {
    const kept = keepLastKnown(known, statusOf('disconnected', {}), ['power', 'fans']);
    expect([kept.power, kept.session.state]).toEqual([{ ok: true }, 'disconnected']);
  });

  it('keeps what was not asked for', () => {
    expect(keepLastKnown(known, statusOf('connected', { power: { ok: false } }), ['power']).fans).toEqual([]);
  });
});

describe('hasValues', () => {
  it.each([
    [null, false],
    [statusOf('error', {}), false],
    [statusOf('error', { fans: [] }), true],
  ])('of %j is %j', (status, expected) => expect(hasValues(status)).toBe(expected));
});
