import { Injectable, computed, inject, signal } from '@angular/core';
import { changeConnections, duplicateConnection, listConnections, reload } from '@snp/api-client';
import { Api } from '../core/api/client';
import { loadable } from '../core/api/loadable';
import type { BulkChange, Connection } from '../core/api/models';
import { FleetStore } from '../core/live/fleet-store';
import { onStreamEvents } from '../core/stream/event-stream';
import { soon } from '../core/stream/soon';
import { Notify } from '../core/notify';
import type { ConnectionRow } from './connection-row';
import { looksOf } from './fields/typed-text';

const RELOAD_PAUSE_MS = 300;

/** The connections and the actions on them. */
@Injectable()
export class ConnectionsStore {
  private readonly api = inject(Api);
  private readonly fleet = inject(FleetStore);
  private readonly notify = inject(Notify);
  private readonly loaded = loadable<readonly Connection[]>(() => this.api.invoke(listConnections));
  private readonly _isBusy = signal(false);
  private readonly loadSoon = soon(() => void this.load());

  /** Null until they have been read. */
  readonly connections = this.loaded.value;
  /** Why they could not be read; null when they could. */
  readonly problem = this.loaded.problem;
  /** Reads them again. */
  readonly load = this.loaded.load;
  /** Whether a change is in progress. */
  readonly isBusy = this._isBusy.asReadonly();
  readonly rows = computed<readonly ConnectionRow[]>(() => {
    this.fleet.devices();
    return (this.connections() ?? []).map((connection) => ({
      id: connection.id,
      connection,
      live: this.fleet.device(connection.id),
    }));
  });
  /** What the names look like, to check whether one is taken. */
  readonly names = computed(() => new Set((this.connections() ?? []).map(({ name }) => looksOf(name))));

  constructor() {
    void this.load();
    onStreamEvents((events) => {
      if (events.some(({ type }) => type === 'connection' || type === 'reset')) this.loadSoon(RELOAD_PAUSE_MS);
    });
  }

  async setEnabled(ids: readonly number[], isEnabled: boolean): Promise<void> {
    const others = this.connections()?.filter(({ id, enabled }) => enabled !== isEnabled && ids.includes(id)) ?? [];
    const action = isEnabled ? 'enable' : 'disable';
    const isDone = await this.change({ action, ids: [...ids] });
    if (!isDone) return;
    const message = isEnabled
      ? $localize`Enabled ${this.subject(ids)}:what:`
      : $localize`Disabled ${this.subject(ids)}:what:`;
    // Undo changes back only those that this call has changed.
    const changed = others.map(({ id }) => id);
    this.notify.done(message, changed.length > 0 ? () => void this.setEnabled(changed, !isEnabled) : undefined);
  }

  async delete(ids: readonly number[]): Promise<boolean> {
    const what = this.subject(ids);
    const isDone = await this.change({ action: 'delete', ids: [...ids] });
    if (isDone) this.notify.done($localize`Deleted ${what}:what:`);
    return isDone;
  }

  async duplicate(id: number): Promise<number | null> {
    try {
      const copy = await this.api.invoke(duplicateConnection, { id, body: {} });
      await this.load();
      this.notify.done($localize`Duplicated. The copy is disabled.`);
      return copy.id;
    } catch (error) {
      this.notify.failed($localize`Could not duplicate.`, error);
      return null;
    }
  }

  /** Changes many connections, all or none. */
  async change(body: BulkChange): Promise<boolean> {
    this._isBusy.set(true);
    try {
      await this.api.invoke(changeConnections, { body });
      await this.load();
      return true;
    } catch (error) {
      this.notify.failed($localize`Nothing was changed.`, error);
      return false;
    } finally {
      this._isBusy.set(false);
    }
  }

  /** Makes the exporter re-read the database. */
  async reload(): Promise<void> {
    try {
      await this.api.invoke(reload);
      this.notify.done($localize`Connections re-read from the database`);
    } catch (error) {
      this.notify.failed($localize`Could not re-read the database.`, error);
    }
  }

  /** These connections in a sentence: the name of one, the number of several. */
  subject(ids: readonly number[]): string {
    const [first] = ids;
    if (ids.length !== 1) return $localize`${ids.length}:count: connections`;
    return this.connections()?.find(({ id }) => id === first)?.name ?? String(first);
  }
}
