import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { OBJECT_TYPES } from '@snp/protocol';
import { DeviceModel } from '../model/device-model';
import { deviceIdentity } from '../model/identity';
import { fits, shapeOf, tablesOf } from '../testing/shape';
import { statusOf, type Body } from './generator';
import { GENERATORS } from '../device/generators';

const LIFE = { seed: 'snp', incidentsPerHour: 0 };
const NOW = Date.UTC(2026, 1, 3, 20);

function model(number: number): DeviceModel {
  const device = new DeviceModel(deviceIdentity(LIFE.seed, number), LIFE, NOW);
  device.step(NOW + 1000);
  return device;
}

function statuses(device: DeviceModel, type?: string): Body[] {
  return GENERATORS.filter((generator) => type === undefined || generator.type === type).flatMap((generator) =>
    generator.ids(device).map((id) => statusOf(generator, device, id)),
  );
}

function texts(device: DeviceModel, type: string): string {
  return JSON.stringify(statuses(device, type));
}

describe('statuses', () => {
  it.each(OBJECT_TYPES.map(({ type, instances }) => [type, instances] as const))(
    'has the objects of %s',
    (type, instances) => {
      const ids = GENERATORS.find((generator) => generator.type === type)?.ids(model(1)) ?? [];
      if (instances === 'one') expect(ids).toHaveLength(1);
      else expect(ids).toEqual(expect.arrayContaining([...instances]));
    },
  );

  it('says the same for the same seed, and something else for another device', () => {
    expect(JSON.stringify(statuses(model(7)))).toBe(JSON.stringify(statuses(model(7))));
    expect(texts(model(7), 'system')).not.toBe(texts(model(8), 'system'));
  });

  it('shows optical powers and modules on some devices', () => {
    expect(texts(model(2), 'system')).toMatch(/"RxPower1":"-?\d\.\d dBm".*"SFP_RxPower2":"-?\d\.\d dBm"/);
    expect(texts(model(1), 'system')).toMatch(/"RxPower1":"N\/A"/);
  });

  it('shows a reference on some devices', () => {
    expect(statuses(model(1), 'videoGenLock')[0]).toMatchObject({ GenLock: { GL_RefLocked: true } });
    expect(statuses(model(3), 'videoGenLock')[0]).toMatchObject({ GenLock: { GL_RefLocked: false } });
  });

  it('shows JPEG XS streams on some devices', () => {
    expect(texts(model(2), 'procChannelHD')).toMatch(/"VideoStandard":"1080/);
    expect(texts(model(1), 'procChannelHD')).not.toMatch(/"VideoStandard":"1080/);
  });

  it('has active UHD channels on devices in UHD mode, and idle HD channels instead', () => {
    expect(statuses(model(4), 'procChannelUHD')[0]).toMatchObject({ object_ID: 'A-UHD-1', active: true });
    expect(statuses(model(4), 'procChannelHD')[0]).toMatchObject({ object_ID: 'A-HD-1', active: false });
  });

  it('reports itself as master while it has none', () => {
    const device = model(1);
    device.ptp.loseMaster();
    device.step(NOW + 2000);
    expect(statuses(device, 'ptp')[0]).toMatchObject({
      ptpStatus: {
        ptpCtlrState: 'Unlocked-Free Run',
        ptpUcipIsMaster: 'Master',
        ptpMasterIP: '0.0.0.0',
        ptpMasterOffset: '0.000 us',
      },
    });
  });
});

const CAPTURE = join(__dirname, '../../../../../shared/device/all-statuses.json');
const capture = existsSync(CAPTURE) ? (JSON.parse(readFileSync(CAPTURE, 'utf8')) as Body[]) : undefined;
if (!capture) console.warn(`statuses are not compared with those of a real device: there is no ${CAPTURE}`);

(capture ? describe : describe.skip)('statuses beside those of a real device', () => {
  const real = capture ?? [];
  const types = [...new Set(real.map(({ type }) => String(type)))];
  const ofType = (all: readonly Body[], type: string): Body[] => all.filter((status) => status.type === type);
  const oneDevice = statuses(model(1));
  const someDevices = [1, 2, 3, 4].flatMap((number) => statuses(model(number)));

  it('has exactly its objects', () => {
    const names = (all: readonly Body[]): string[] =>
      all.map(({ type, object_ID }) => `${String(type)}/${String(object_ID)}`).sort();
    const withoutUhd = oneDevice.filter(({ type }) => type !== 'procChannelUHD');
    expect(names(withoutUhd)).toEqual(names(real));
  });

  it.each(types)('%s has its fields, and no others', (type) => {
    const own = [...shapeOf(ofType(someDevices, type)).keys()].sort();
    expect(own).toEqual([...shapeOf(ofType(real, type)).keys()].sort());
  });

  it.each(types)('%s writes its values as it does', (type) => {
    const seen = shapeOf(ofType(real, type));
    const foreign = [...shapeOf(ofType(someDevices, type))].flatMap(([path, { forms }]) =>
      [...forms].filter((form) => !fits(form, seen.get(path)?.forms ?? new Set())).map((form) => `${path}: ${form}`),
    );
    expect(foreign).toEqual([]);
  });

  it.each(types)('%s says something where it does', (type) => {
    const own = shapeOf(ofType(someDevices, type));
    const silent = [...shapeOf(ofType(real, type))].filter(([path, { forms }]) => {
      const mine = own.get(path)?.forms ?? new Set();
      return [...forms].some((form) => form !== 'nothing') && [...mine].every((form) => form === 'nothing');
    });
    expect(silent.map(([path]) => path)).toEqual([]);
  });

  it.each(types)('%s has tables of its lengths', (type) => {
    const lengths = tablesOf(ofType(real, type));
    for (const [path, own] of tablesOf(ofType(oneDevice, type))) {
      expect({ path, lengths: [...(lengths.get(path) ?? [])] }).toEqual({
        path,
        lengths: expect.arrayContaining([...own]),
      });
    }
  });

  it.each(types)('%s is about as big', (type) => {
    const size = (all: readonly Body[]): number => Buffer.byteLength(JSON.stringify(ofType(all, type)));
    expect(size(oneDevice) / size(real)).toBeGreaterThan(0.85);
    expect(size(oneDevice) / size(real)).toBeLessThan(1.15);
  });
});
