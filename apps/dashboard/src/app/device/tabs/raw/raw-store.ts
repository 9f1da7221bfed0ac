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
  private selected = { type: '', objectId: '' };

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

  async show(type: string, objectId: string): Promise<void> {
    this.selected = { type, objectId };
    await this.loadedObject.load();
  }

  private async readObject(): Promise<RawObject | null> {
    const { type, objectId } = this.selected;
    const { objects } = await this.api.invoke(getObjectStatus, { id: this.device.id(), objectType: type });
    return objects.find(({ object_id }) => object_id === objectId) ?? null;
  }
}
