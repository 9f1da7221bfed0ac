import { Injectable, computed, inject, signal } from '@angular/core';
import {
  createConnection,
  discoverObjects,
  getAbout,
  getConnection,
  listObjectTemplates,
  patchConnection,
} from '@snp/api-client';
import { Api } from '../../core/api/client';
import type { Connection, DiscoveredObject, ObjectTemplate } from '../../core/api/models';
import { problemOf, type Problem } from '../../core/api/problem';
import { ConnectionsStore } from '../connections-store';
import { ConnectionDraft } from './connection-draft';

const CHANGED_MEANWHILE = 412;

/** The connection in the editor. */
@Injectable()
export class EditorStore {
  private readonly api = inject(Api);
  private readonly connections = inject(ConnectionsStore);
  private readonly _templates = signal<readonly ObjectTemplate[]>([]);
  private readonly _draft = signal<ConnectionDraft | null>(null);
  private readonly _problem = signal<Problem | null>(null);
  private readonly _isSaving = signal(false);
  private readonly _discovered = signal<readonly DiscoveredObject[] | null>(null);
  private readonly _isDiscovering = signal(false);
  private readonly _permitsLegacyTls = signal(false);
  private readonly _hasLegacyTls = signal(false);
  private id: number | null = null;
  private version: string | null = null;

  readonly templates = this._templates.asReadonly();
  /** Object types to suggest: those of the templates, and those that the device was found to have. */
  readonly knownTypes = computed(() => typesOf(this._templates(), this._discovered() ?? []));
  /** Null until the connection has been read. */
  readonly draft = this._draft.asReadonly();
  /** A problem that belongs to no field. */
  readonly problem = this._problem.asReadonly();
  readonly isSaving = this._isSaving.asReadonly();
  /** Whether someone else has changed the connection since it was read. */
  readonly isOutdated = computed(() => this.problem()?.status === CHANGED_MEANWHILE);
  /** The objects that the device has; null until they were discovered. */
  readonly discovered = this._discovered.asReadonly();
  readonly isDiscovering = this._isDiscovering.asReadonly();
  /** Whether legacy TLS can be chosen: the exporter permits it, or the connection has it. */
  readonly offersLegacyTls = computed(() => this._permitsLegacyTls() || this._hasLegacyTls());
  readonly permitsLegacyTls = this._permitsLegacyTls.asReadonly();

  /** Opens a stored connection, or an empty one. */
  async open(id: number | null): Promise<void> {
    this.id = id;
    this._problem.set(null);
    this._discovered.set(null);
    try {
      const [connection, isPermitted] = await Promise.all([
        id === null ? null : this.read(id),
        this.readPermission(),
        this.readTemplates(),
      ]);
      this._permitsLegacyTls.set(isPermitted);
      this._hasLegacyTls.set(connection?.legacy_tls === true);
      this._draft.set(this.draftOf(connection));
    } catch (error) {
      this._problem.set(problemOf(error));
    }
  }

  /** Saves. The draft shows what the server refuses at its fields. */
  async save(): Promise<boolean> {
    const draft = this._draft();
    if (!draft || this._isSaving()) return false;
    this._isSaving.set(true);
    this._problem.set(null);
    try {
      await this.send(draft);
      await this.connections.load();
      return true;
    } catch (error) {
      const problem = problemOf(error);
      const others = draft.showServerFaults(problem.errors);
      if (problem.errors.length === 0 || others.length > 0) this._problem.set(problem);
      return false;
    } finally {
      this._isSaving.set(false);
    }
  }

  /** Overwrites the changes of someone else. */
  saveAnyway(): Promise<boolean> {
    this.version = null;
    return this.save();
  }

  /** Lists the objects of the device. Heavy load on the device. */
  async discover(): Promise<void> {
    const draft = this._draft();
    if (!draft) return;
    this._isDiscovering.set(true);
    this._problem.set(null);
    try {
      const body = { ...draft.probe(), objects_ids: undefined };
      this._discovered.set((await this.api.invoke(discoverObjects, { body })).objects);
    } catch (error) {
      this._problem.set(problemOf(error));
    } finally {
      this._isDiscovering.set(false);
    }
  }

  private async read(id: number): Promise<Connection> {
    const answer = await this.api.answer(getConnection, { id });
    this.version = answer.headers.get('ETag');
    return answer.body;
  }

  private async readTemplates(): Promise<void> {
    if (this._templates().length === 0) this._templates.set(await this.api.invoke(listObjectTemplates));
  }

  private async readPermission(): Promise<boolean> {
    try {
      return (await this.api.invoke(getAbout)).legacy_tls;
    } catch {
      // A connection can be edited without knowing it.
      return false;
    }
  }

  private draftOf(connection: Connection | null): ConnectionDraft {
    return new ConnectionDraft(connection, this.connections.names, this._templates);
  }

  private async send(draft: ConnectionDraft): Promise<void> {
    if (this.id === null) await this.api.invoke(createConnection, { body: draft.body() });
    else {
      const match = this.version === null ? {} : { 'If-Match': this.version };
      await this.api.invoke(patchConnection, { id: this.id, ...match, body: draft.changes() });
    }
  }
}

function typesOf(templates: readonly ObjectTemplate[], discovered: readonly DiscoveredObject[]): readonly string[] {
  const known = templates.flatMap(({ objects_ids }) => objects_ids.map(({ objectType }) => objectType));
  return [...new Set([...known, ...discovered.map(({ object_type }) => object_type)])];
}
