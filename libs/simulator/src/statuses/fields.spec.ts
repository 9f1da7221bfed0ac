import { DEVICE_KINDS, type DeviceKind } from '../model/device-kind';
import type { DeviceModel } from '../model/device-model';
import { modelOf, NOW, statusesOf } from '../testing/all-statuses';
import { valuesOf } from '../testing/description';
import { KNOWN_FIELDS } from '../testing/known-fields';
import type { Body } from './generator';

const FIRMWARES = ['3.1.0.62', '3.2.0.35'];
/** What all statuses have. */
const COMMON = ['type', 'object_ID', 'parent_object_ID', 'name', 'fme_ip'];
const NUMBERED =
  /((?:AudDmxGrp|MuxGrp|AudCh|ANC|AudioUHD|Power|PS_EN_|PS_Present_|PS_Fan_Status_|display|SelectLayoutDisplay))\d+/;

/** `ptp.ptpStatus.clockIdentity` and what its values are: text, number, boolean. */
const known = new Map(
  Object.entries(KNOWN_FIELDS).flatMap(([type, objects]) =>
    Object.entries(objects).flatMap(([object, kinds]) =>
      Object.entries(kinds as Record<string, string>).flatMap(([kind, names]) =>
        names.split(' ').map((name) => [[type, object, name].filter(Boolean).join('.'), kind] as const),
      ),
    ),
  ),
);

function fieldsOf(statuses: readonly Body[]): Map<string, Set<unknown>> {
  const fields = new Map<string, Set<unknown>>();
  for (const [path, values] of valuesOf(statuses)) {
    const [type, ...rest] = path.split('.');
    if (rest.length === 1 && COMMON.includes(rest[0])) continue;
    const name = `${type}.${rest.join('.')}`.replace(NUMBERED, '$1#').replace(NUMBERED, '$1#');
    fields.set(name, new Set([...(fields.get(name) ?? []), ...values]));
  }
  return fields;
}

describe('the fields of all statuses', () => {
  const everything = FIRMWARES.flatMap((firmware) =>
    DEVICE_KINDS.flatMap((kind) => [1, 2, 3].flatMap((number) => statusesOf(modelOf(number, { kind, firmware })))),
  );
  const fields = fieldsOf(everything);

  it('are those that are known', () => {
    expect([...fields.keys()].sort()).toEqual([...known.keys()].sort());
  });

  it('have values of their type', () => {
    const wrong = [...fields].filter(([name, values]) => {
      const allowed = (known.get(name) ?? '').replace('text', 'string').split(' or ');
      return ![...values].every((value) => allowed.includes(typeof value));
    });
    expect(wrong.map(([name]) => name)).toEqual([]);
  });
});

/** What is measured or counted: a number, alone or with its unit. */
const MEASURED = /^-?\d+(\.\d+)?( \S+)?$/;
const CLOCK = 'ptp.ptpStatus.ptpUTC';
const MINUTES = 3;

/** The words and switches of all statuses: what becomes a label or a state. */
function settled(device: DeviceModel): string {
  const lines = statusesOf(device).map((status) =>
    JSON.stringify(status, (_, value: unknown) => {
      if (typeof value === 'number') return undefined;
      return typeof value === 'string' && MEASURED.test(value) ? undefined : value;
    }).replace(/"ptpUTC":"[^"]*"/, CLOCK),
  );
  return lines.join('\n');
}

describe('three minutes of a device without incidents', () => {
  it.each(DEVICE_KINDS.map((kind): [DeviceKind] => [kind]))('change values, and no words: %s', (kind) => {
    const device = modelOf(2, { kind });
    const before = settled(device);
    const values = JSON.stringify(statusesOf(device));
    for (let second = 2; second <= MINUTES * 60; second++) device.step(NOW + second * 1000);
    expect(settled(device)).toBe(before);
    expect(JSON.stringify(statusesOf(device))).not.toBe(values);
  });
});
