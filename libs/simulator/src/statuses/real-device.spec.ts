import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Configurations } from '../device/configuration/configurations';
import { DEVICE_KINDS } from '../model/device-kind';
import type { DeviceModel } from '../model/device-model';
import { modelOf, statusesOf } from '../testing/all-statuses';
import { describedFields, isAllowed, isOfType, valuesOf, type DescribedField } from '../testing/description';
import { fits, shapeOf, tablesOf } from '../testing/shape';
import type { Body } from './generator';

const SHARED = join(__dirname, '../../../../../shared/device');
const CAPTURE = join(SHARED, 'all-statuses.json');
const capture = existsSync(CAPTURE) ? (JSON.parse(readFileSync(CAPTURE, 'utf8')) as Body[]) : undefined;
if (!capture) console.warn(`statuses are not compared with those of a real device: there is no ${CAPTURE}`);

/** Fields that the capture lacks, or whose tables are empty there, and that devices have by their own description. */
const ADDED = /txOverBandwidth|DSPsessionStatus/;

(capture ? describe : describe.skip)('statuses beside those of a real device', () => {
  const real = capture ?? [];
  const types = [...new Set(real.map(({ type }) => String(type)))];
  const ofType = (all: readonly Body[], type: string): Body[] => all.filter((status) => status.type === type);
  const oneDevice = statusesOf(modelOf(1));
  // A gateway says more than the device of the capture does: it has its own comparison below.
  const someDevices = [1, 2, 3].flatMap((number) => statusesOf(modelOf(number)));

  it('has exactly its objects', () => {
    const names = (all: readonly Body[]): string[] =>
      all.map(({ type, object_ID }) => `${String(type)}/${String(object_ID)}`).sort();
    expect(names(oneDevice)).toEqual(names(real));
  });

  it.each(types)('%s has its fields, and no others', (type) => {
    const own = [...shapeOf(ofType(someDevices, type)).keys()].filter((path) => !ADDED.test(path)).sort();
    expect(own).toEqual([...shapeOf(ofType(real, type)).keys()].sort());
  });

  it.each(types)('%s writes its values as it does', (type) => {
    const seen = shapeOf(ofType(real, type));
    const foreign = [...shapeOf(ofType(someDevices, type))]
      .filter(([path]) => !ADDED.test(path))
      .flatMap(([path, { forms }]) =>
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
      if (ADDED.test(path)) continue;
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

const SCHEMA = join(SHARED, 'schema.json');
const description = existsSync(SCHEMA) ? (JSON.parse(readFileSync(SCHEMA, 'utf8')) as Body) : undefined;
const schema = description && describedFields(description.status);

/** Described as texts and sent as numbers, or the other way round. */
const OTHER_TYPE = /\.(activePriVlanId|activeSecVlanId|priGateway|secGateway)$|^procAudio\.\w+\[\]\.idx$/;
/** Object types and fields that the description leaves out. */
const NOT_DESCRIBED = /^(SQM|processor|procMisc)\.|\.(type|object_ID|parent_object_ID|name|fme_ip|active|idx)$/;
/** Tables that nobody fills. */
const EMPTY = /^(GPI\.gpiDevice|procAudio\.aap)/;
/** Words that firmware 3.2 has changed. */
const NEW_WORDS: Readonly<Record<string, readonly string[]>> = {
  'ipVidTx.ipVidTxStatus[].TxChBandwidth': ['Ok'],
  'ipVidTx.ipVidTxProxyStatus[].TxProxyChBandwidth': ['Ok'],
};
const SFP_VENDOR = /SFP_VendorName$/;

(schema ? describe : describe.skip)('statuses beside the description that devices give of themselves', () => {
  const described = schema ?? new Map<string, DescribedField>();
  const fleet = (firmware: string): Body[] =>
    DEVICE_KINDS.flatMap((kind) => [1, 2, 3].flatMap((number) => statusesOf(modelOf(number, { kind, firmware }))));
  const old = valuesOf(fleet('3.1.0.62'));

  it('has every field of it with firmware 3.1', () => {
    const missing = [...described.keys()].filter(
      (path) => !old.has(path) && !EMPTY.test(path) && !NOT_DESCRIBED.test(path),
    );
    expect(missing).toEqual([]);
  });

  it('has no others with firmware 3.1', () => {
    expect([...old.keys()].filter((path) => !described.has(path) && !NOT_DESCRIBED.test(path))).toEqual([]);
  });

  it('has values of its types with firmware 3.1', () => {
    const wrong = [...old].filter(([path, values]) => {
      const type = described.get(path)?.type;
      return type && !OTHER_TYPE.test(path) && ![...values].every((value) => isOfType(value, type));
    });
    expect(wrong.map(([path]) => path)).toEqual([]);
  });

  it.each(['3.1.0.62', '3.2.0.35'])('uses its words with firmware %s', (firmware) => {
    const isNew = firmware !== '3.1.0.62';
    const foreign = [...valuesOf(fleet(firmware))].flatMap(([path, values]) => {
      const words = described.get(path)?.words;
      if (!words || (isNew && SFP_VENDOR.test(path))) return [];
      const known = new Set([...words, ...((isNew ? NEW_WORDS[path] : undefined) ?? [])]);
      return [...values].filter((value) => !known.has(String(value))).map((value) => `${path}: ${String(value)}`);
    });
    expect(foreign).toEqual([]);
  });
});

(description ? describe : describe.skip)(
  'configurations beside the description that devices give of themselves',
  () => {
    const described = describedFields(description?.config);
    const values = valuesOf(
      DEVICE_KINDS.flatMap((kind) => [1, 6].flatMap((number) => configurationsOf(modelOf(number, { kind })))),
    );

    it('have no other fields, types, words and numbers', () => {
      const wrong = [...values].flatMap(([path, found]) => {
        const field = described.get(path);
        if (!field) return path.endsWith('.type') ? [] : [path];
        return [...found].filter((value) => !isAllowed(value, field)).map((value) => `${path}: ${String(value)}`);
      });
      expect(wrong).toEqual([]);
    });

    it('have all fields of where senders send to and what receivers listen to', () => {
      const missing = [...described.keys()].filter(
        (path) => /^ip\w+\.ip(VidTx|AudTx|AncTx|VidRx)/.test(path) && !values.has(path),
      );
      expect(missing).toEqual([]);
    });
  },
);

/** The configurations of a device, each with its type beside its fields. */
function configurationsOf(device: DeviceModel): Body[] {
  const configurations = new Configurations(device, 'all');
  const processors = ['A', 'B', 'C', 'D'].map((name) => `processor${name}`);
  const ids = [
    'system',
    'ptp',
    'ipRxSetup',
    'ipVidTx',
    'ipAudTx',
    'ipAncTx',
    'ipVidRx',
    ...device.signals.channels.keys(),
  ];
  return [...processors, ...ids].map((id) => {
    const { type, config } = configurations.get(id) ?? {};
    return { type, ...(JSON.parse(String(config)) as Body) };
  });
}
