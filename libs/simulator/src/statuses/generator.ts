import type { DeviceModel } from '../model/device-model';

/** A status: what travels, before it is text. */
export type Body = Record<string, unknown>;

export function isBody(value: unknown): value is Body {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Makes the statuses of one object type out of a device's inner life. */
export interface Generator {
  readonly type: string;
  /** `object_ID` of every object of this type on a device. */
  ids(model: DeviceModel): readonly string[];
  /** The fields of the status, less those that all have (`type`, `object_ID`, `name`, `fme_ip`). */
  fields(model: DeviceModel, id: string): Body;
  /** `name` of a status where it is not the `object_ID`. */
  readonly title?: string;
  /** `parent_object_ID`, where the type has one. */
  readonly parent?: string;
  /** Its statuses are part of every so manieth update; undefined where nothing in them ever changes by itself. */
  readonly every?: number;
}

/** 1, 2 … count. */
export function rows<Row>(count: number, row: (index: number) => Row): Row[] {
  return Array.from({ length: count }, (_, at) => row(at + 1));
}

/** The whole status of an object. */
export function statusOf(generator: Generator, model: DeviceModel, id: string): Body {
  return {
    ...generator.fields(model, id),
    name: generator.title ?? id,
    object_ID: id,
    ...(generator.parent === undefined ? {} : { parent_object_ID: generator.parent }),
    type: generator.type,
    fme_ip: model.identity.managementAddress,
  };
}
