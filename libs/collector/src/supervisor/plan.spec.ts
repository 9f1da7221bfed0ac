import type { Connection } from '@snp/connections';
import { connectionTo, objects } from '../testing/bench';
import { plan } from './plan';

const device = { name: 'SNP', restapi: 'https://10.0.0.1:9089/api/', websocket: 'wss://10.0.0.1/smm' };
const running = connectionTo(device, { id: 1, tags: { site: 'a' } });
const planFor = (...wanted: Connection[]) => plan(new Map([[1, running]]), wanted);
const NOTHING = { ended: [], begun: [], relabelled: [] };

describe('what is to be done', () => {
  it('is nothing when what runs is what is wanted, however it was read', () => {
    expect(planFor(running)).toEqual(NOTHING);
    const { objects: same, tags } = running;
    const copy = { ...running, objects: same.map((each) => ({ ...each })), tags: { ...tags }, updatedAt: 'later' };
    expect(planFor(copy)).toEqual(NOTHING);
  });

  it('is an end for what is deleted or disabled, with the reason', () => {
    expect(planFor().ended).toEqual([{ id: 1, reason: 'the connection was deleted' }]);
    expect(planFor({ ...running, enabled: false })).toEqual({
      ...NOTHING,
      ended: [{ id: 1, reason: 'the connection was disabled' }],
    });
  });

  it('is a beginning for what is new and enabled', () => {
    const added = { ...running, id: 2 };
    expect(planFor(running, added).begun).toEqual([added]);
    expect(planFor(running, { ...added, enabled: false })).toEqual(NOTHING);
  });

  it.each<[string, Partial<Connection>]>([
    ['the REST address', { restapi: 'https://10.0.0.2:9089/api/' }],
    ['the WebSocket address', { websocket: 'wss://10.0.0.2/smm' }],
    ['the user', { username: 'operator' }],
    ['the password', { password: 'other' }],
    ['legacy TLS', { legacyTls: true }],
    ['a fault', { fault: 'objects_ids is not JSON' }],
    ['the objects', { objects: objects('ptp') }],
    ['the id of an object', { objects: objects('ptp', 'system', 'ipVidRx', 'procChannelHD/A-HD-2') }],
    ['the order of the objects', { objects: [...running.objects].reverse() }],
  ])('is a new session for another %s', (_what, facts) => {
    const edited = { ...running, ...facts, name: 'renamed too' };
    expect(planFor(edited)).toEqual({ ...NOTHING, begun: [edited] });
  });

  it.each<[string, Partial<Connection>]>([
    ['a name', { name: 'SNP 2' }],
    ['a value of a tag', { tags: { site: 'b' } }],
    ['a further tag', { tags: { site: 'a', room: '1' } }],
    ['a tag less', { tags: {} }],
  ])('is other labels, without a reconnect, for another %s', (_what, facts) => {
    const edited = { ...running, ...facts };
    expect(planFor(edited)).toEqual({ ...NOTHING, relabelled: [edited] });
  });
});
