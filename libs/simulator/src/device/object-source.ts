import type { DeviceModel } from '../model/device-model';
import { statusOf, type Body, type Generator } from '../statuses/generator';
import { GENERATORS } from './generators';

/** One object of a device, and how to get its status as it is now. */
export interface SourceObject {
  readonly type: string;
  readonly id: string;
  /** Its status is part of every so manieth update; undefined: it never changes by itself. */
  readonly every: number | undefined;
  status(): Body;
}

/** The objects that a device has. */
export interface ObjectSource {
  /** Without an id: the object of a type that has only one. */
  find(type: string, id?: string): SourceObject | undefined;
  list(): { type: string; id: string }[];
}

const BY_TYPE: ReadonlyMap<string, Generator> = new Map(GENERATORS.map((generator) => [generator.type, generator]));

/** Objects that live: their statuses are made of the device's inner life. */
export class LivingObjects implements ObjectSource {
  constructor(private readonly model: DeviceModel) {}

  find(type: string, id?: string): SourceObject | undefined {
    const generator = BY_TYPE.get(type);
    const ids = generator?.ids(this.model) ?? [];
    const wanted = id ?? (ids.length === 1 ? ids[0] : undefined);
    if (!generator || wanted === undefined || !ids.includes(wanted)) return undefined;
    return { type, id: wanted, every: generator.every, status: () => statusOf(generator, this.model, wanted) };
  }

  list(): { type: string; id: string }[] {
    return GENERATORS.flatMap((generator) => generator.ids(this.model).map((id) => ({ type: generator.type, id })));
  }
}

/** Objects of a recording: always the same statuses, sent again now and then as a device does. */
export class RecordedObjects implements ObjectSource {
  private readonly objects: readonly SourceObject[];

  constructor(statuses: readonly Body[]) {
    this.objects = statuses.map((status) => {
      const type = String(status.type);
      const generator = BY_TYPE.get(type);
      return { type, id: String(status.object_ID ?? type), every: generator?.every, status: () => status };
    });
  }

  find(type: string, id?: string): SourceObject | undefined {
    const ofType = this.objects.filter((object) => object.type === type);
    if (id === undefined) return ofType.length === 1 ? ofType[0] : undefined;
    return ofType.find((object) => object.id === id);
  }

  list(): { type: string; id: string }[] {
    return this.objects.map(({ type, id }) => ({ type, id }));
  }
}
