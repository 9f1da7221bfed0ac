import { Injectable, effect, inject } from '@angular/core';
import { getObjectStatus, listObjects } from '@snp/api-client';
import { Api } from '../../../core/api/client';
import { loadable } from '../../../core/api/loadable';
import type { DeviceObject, RawObject } from '../../../core/api/models';
import { DeviceStore, loadablePerDevice } from '../../device-store';

/** The objects of one device as it sent them. Read on request only: a tree that changes every second is unreadable. */
@Injectable()
export class RawStore {
  private readonly api = inject(Api);
  private readonly device = inject(DeviceStore);
  private readonly loadedObjects = loadablePerDevice<readonly DeviceObject[]>((id) =>
    this.api.invoke(listObjects, { id }),
  );
  private readonly loadedObject = loadable(() => this.readObject());
  private selected: Pick<DeviceObject, 'type' | 'object_id' | 'element'> = { type: '', object_id: '', element: null };

  /** Null until they have been read. */
  readonly objects = this.loadedObjects.value;
  readonly problem = this.loadedObjects.problem;
  readonly load = this.loadedObjects.load;
  /** The selected object; null while it is read, or when there is none. */
  readonly shown = this.loadedObject.value;

  constructor() {
    effect(() => {
      this.device.id();
      this.loadedObject.clear();
    });
  }

  async show(object: Pick<DeviceObject, 'type' | 'object_id' | 'element'>): Promise<void> {
    this.selected = object;
    await this.loadedObject.load();
  }

  private async readObject(): Promise<RawObject | null> {
    const { type, object_id, element } = this.selected;
    const { objects } = await this.api.invoke(getObjectStatus, { id: this.device.id(), objectType: type });
    return objects.find((each) => each.object_id === object_id && each.element === element) ?? null;
  }
}
