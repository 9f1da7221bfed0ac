import { Coalescer } from './coalescer';

const status = (type: string, value: number, objectId?: string) =>
  JSON.stringify({ type, ...(objectId && { object_ID: objectId }), value });
const ignore = () => undefined;

describe('statuses that wait', () => {
  it('are one for each object, the newest', () => {
    const waiting = new Coalescer();
    for (let value = 1; value <= 1000; value++) {
      waiting.offer([status('ptp', value), status('procChannelHD', value, 'A-HD-1')], false, ignore);
    }
    waiting.offer([status('procChannelHD', 7, 'A-HD-2')], false, ignore);
    expect(waiting.take()).toEqual({
      statuses: [status('ptp', 1000), status('procChannelHD', 1000, 'A-HD-1'), status('procChannelHD', 7, 'A-HD-2')],
      beginsPicture: false,
    });
    expect(waiting.isEmpty).toBe(true);
  });

  it('are replaced altogether by a full picture, and then changed by what follows it', () => {
    const waiting = new Coalescer();
    waiting.offer([status('ptp', 1), status('gone', 1)], false, ignore);
    waiting.offer([status('ptp', 2), status('system', 2)], true, ignore);
    waiting.offer([status('ptp', 3)], false, ignore);
    expect(waiting.take()).toEqual({ statuses: [status('ptp', 3), status('system', 2)], beginsPicture: true });
  });

  it('remember that a full picture was empty', () => {
    const waiting = new Coalescer();
    waiting.offer([], true, ignore);
    expect(waiting.isEmpty).toBe(false);
    expect(waiting.take()).toEqual({ statuses: [], beginsPicture: true });
  });

  it('do not include what names no object', () => {
    const complaints: unknown[] = [];
    const object = { type: 'ptp' };
    const count = new Coalescer().offer(['{"type":"ptp"', 7, object, '{}'], false, (raw) => complaints.push(raw));
    expect([count, complaints]).toEqual([1, ['{"type":"ptp"', 7, '{}']]);
  });
});
