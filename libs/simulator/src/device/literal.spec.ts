import { DeviceModel } from '../model/device-model';
import { deviceIdentity } from '../model/identity';
import { LivingObjects } from './object-source';
import { literal } from './literal';

describe('the literal of a status', () => {
  it('is its JSON as a JSON string', () => {
    const model = new DeviceModel(deviceIdentity('snp', 2), { seed: 'snp', incidentsPerHour: 0 }, 0);
    const objects = new LivingObjects(model);
    for (const { type, id } of objects.list()) {
      const status = objects.find(type, id)?.status() ?? {};
      expect(literal(status)).toBe(JSON.stringify(JSON.stringify(status)));
    }
  });

  it.each([
    [{}],
    [{ rows: [Object.freeze({ 'a "b"\n': 1 })] }],
    [{ rows: [] }],
    [{ a: undefined, b: [1, null, 'x'] }],
    [{ a: [null] }],
  ])('is so for %j too', (status) => expect(literal(status)).toBe(JSON.stringify(JSON.stringify(status))));
});
