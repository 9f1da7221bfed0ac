import { Injectable, effect, inject, signal, untracked } from '@angular/core';
import { getObjectStatus, listObjects } from '@snp/api-client';
import { Api } from '../../../core/api/client';
import type { DeviceObject, RawObject } from '../../../core/api/models';
import { problemOf, type Problem } from '../../../core/api/problem';
import { DeviceStore } from '../../device-store';

/** The objects of one device as it sent them. Read when asked for: nobody reads a tree that changes every second. */
@Injectable()
export class RawStore {
  private readonly api = inject(Api);
  private readonly device = inject(DeviceStore);
  private readonly _objects = signal<readonly DeviceObject[] | null>(null);
  private readonly _shown = signal<RawObject | null>(null);
  private readonly _problem = signal<Problem | null>(null);
  private asked = '';

  /** Null until they have been read. */
  readonly objects = this._objects.asReadonly();
  /** The object that is looked at; null while it is read or where there is none. */
  readonly shown = this._shown.asReadonly();
  readonly problem = this._problem.asReadonly();

  constructor() {
    effect(() => {
      this.device.id();
      untracked(() => {
        this._objects.set(null);
        this._shown.set(null);
        void this.load();
      });
    });
  }

  async load(): Promise<void> {
    const id = this.device.id();
    try {
      const objects = await this.api.invoke(listObjects, { id });
      if (id === this.device.id()) this._objects.set(objects);
      this._problem.set(null);
    } catch (error) {
      this._problem.set(problemOf(error));
    }
  }

  async show(type: string, objectId: string): Promise<void> {
    const asked = (this.asked = `${this.device.id()}/${type}/${objectId}`);
    try {
      const { objects } = await this.api.invoke(getObjectStatus, { id: this.device.id(), objectType: type });
      if (asked === this.asked) this._shown.set(objects.find(({ object_id }) => object_id === objectId) ?? null);
      this._problem.set(null);
    } catch (error) {
      this._problem.set(problemOf(error));
    }
  }
}
