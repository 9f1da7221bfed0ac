import { computed, signal, type Signal } from '@angular/core';
import type { Connection, NewConnection, ObjectRef, ObjectTemplate, ProbeRequest } from '../../core/api/models';
import type { FieldFault } from '../../core/api/problem';
import { addressesOf, commonHost, differInEndpoint, hostFrom } from '../fields/addresses';
import { areSameObjects, choiceOf, normalised, objectKey, type ObjectsChoice } from '../fields/objects';
import {
  addressFault,
  ENTER_PASSWORD,
  ENTER_USER,
  lineFault,
  MAX_CREDENTIAL,
  nameFault,
  objectCountFault,
  objectFault,
  parseTags,
  tagsText,
  trimmedLineFault,
} from '../fields/rules';
import { hiddenFault, looksOf, passwordHint, trimmed } from '../fields/typed-text';

const DRAFT_FIELDS = ['name', 'restapi', 'websocket', 'username', 'password', 'objects_ids', 'tags'] as const;
export type DraftField = (typeof DRAFT_FIELDS)[number];

/** A connection in the editor: its fields, their faults, and the request to send. */
export class ConnectionDraft {
  readonly name = signal('');
  /** The host in both URLs; empty when they were edited. */
  readonly host = signal('');
  readonly restapi = signal('');
  readonly websocket = signal('');
  readonly username = signal('');
  readonly password = signal('');
  readonly tags = signal('');
  readonly isEnabled = signal(true);
  readonly isLegacyTls = signal(false);
  readonly choice = signal<ObjectsChoice>('standard');
  readonly customObjects = signal<readonly ObjectRef[]>([]);
  private readonly serverFaults = signal<ReadonlyMap<string, string>>(new Map());

  /** The objects, as they will be stored. */
  readonly objects = computed<readonly ObjectRef[]>(() => {
    const template = this.templates().find(({ name }) => name === this.choice());
    return template ? template.objects_ids : normalised(this.customObjects());
  });
  /** Whether the password must be entered, since it would be sent to a different address. */
  readonly needsPassword = computed(() => {
    const addresses = { restapi: this.restapi(), websocket: this.websocket() };
    return this.before === null || differInEndpoint(this.before, addresses);
  });
  /** The fault of each field; null when there is none. */
  readonly faults: Signal<Readonly<Record<DraftField, string | null>>> = computed(() => ({
    name: this.serverFault('name', this.name()) ?? nameFault(this.name(), this.takenByOthers()) ?? this.hidden('name'),
    restapi:
      this.serverFault('restapi', this.restapi()) ?? addressFault(this.restapi(), 'https') ?? this.hidden('restapi'),
    websocket:
      this.serverFault('websocket', this.websocket()) ??
      addressFault(this.websocket(), 'wss') ??
      this.hidden('websocket'),
    username:
      this.serverFault('username', this.username()) ??
      trimmedLineFault(this.username(), MAX_CREDENTIAL, ENTER_USER) ??
      this.hidden('username'),
    password: this.serverFault('password', this.password()) ?? this.passwordFault(),
    objects_ids: this.serverFault('objects_ids', this.objectsText()) ?? this.objectsFault(),
    tags: this.serverFault('tags', this.tags()) ?? this.tagsFault(),
  }));
  /** What to look at in the password; empty for nothing. */
  readonly passwordHint = computed(() => passwordHint(this.password()));
  readonly isValid = computed(() => DRAFT_FIELDS.every((field) => this.faults()[field] === null));
  /** Whether there are unsaved changes. */
  readonly isChanged = computed(() => this.snapshot() !== this.initial());
  private readonly initial = signal('');

  constructor(
    private readonly before: Connection | null,
    private readonly taken: Signal<ReadonlySet<string>>,
    private readonly templates: Signal<readonly ObjectTemplate[]>,
  ) {
    if (before) this.fill(before);
    this.initial.set(this.snapshot());
  }

  /** Sets both URLs from a host name or IP address. */
  setHost(text: string): void {
    this.host.set(text);
    const host = hostFrom(text);
    const { restapi, websocket } = host === '' ? { restapi: '', websocket: '' } : addressesOf(host);
    this.restapi.set(restapi);
    this.websocket.set(websocket);
  }

  /** Changes from a template to a custom list, which starts with the objects of the template. */
  startCustom(): void {
    if (this.choice() === 'custom') return;
    this.customObjects.set([...this.objects()]);
    this.choice.set('custom');
  }

  /** Adds the objects that are not in the list. */
  addCustom(objects: readonly ObjectRef[]): void {
    const known = new Set(this.customObjects().map(objectKey));
    this.customObjects.update((before) => [...before, ...objects.filter((object) => !known.has(objectKey(object)))]);
  }

  /** Shows the faults that the server found at their fields, until these are changed. Returns those of no field. */
  showServerFaults(faults: readonly FieldFault[]): readonly FieldFault[] {
    const serverFaults = new Map<string, string>();
    const others: FieldFault[] = [];
    for (const fault of faults) {
      const [field, ...rest] = fault.pointer.replace(/^\//, '').split('/');
      if (!DRAFT_FIELDS.some((known) => known === field)) others.push(fault);
      else serverFaults.set(`${field}\n${this.textOf(field as DraftField)}`, [...rest, fault.message].join(' '));
    }
    this.serverFaults.set(serverFaults);
    return others;
  }

  /** The request body of a new connection. */
  body(): NewConnection {
    return {
      name: this.text('name'),
      restapi: this.text('restapi'),
      websocket: this.text('websocket'),
      username: this.text('username'),
      password: this.password(),
      objects_ids: [...this.objects()],
      enabled: this.isEnabled(),
      tags: this.tagMap(),
      legacy_tls: this.isLegacyTls(),
    };
  }

  /** The fields that differ from the stored connection. */
  changes(): Partial<NewConnection> {
    const before = this.before;
    const body = this.body();
    if (!before) return body;
    const entries = Object.entries(body).filter(([field, value]) => {
      if (field === 'password') return value !== '';
      if (field === 'objects_ids') return !areSameObjects(this.objects(), before.objects_ids);
      return JSON.stringify(value) !== JSON.stringify(before[field as keyof Connection]);
    });
    return Object.fromEntries(entries) as Partial<NewConnection>;
  }

  /** The request body of a connection test; without a password the server uses the stored one. */
  probe(): ProbeRequest {
    const { name, restapi, websocket, username, password, objects_ids, legacy_tls } = this.body();
    const fields = { name, restapi, websocket, username, objects_ids, legacy_tls };
    return { ...(this.before && { id: this.before.id }), ...fields, ...(password !== '' && { password }) };
  }

  private fill(connection: Connection): void {
    this.name.set(connection.name);
    this.restapi.set(connection.restapi);
    this.websocket.set(connection.websocket);
    this.host.set(commonHost(connection));
    this.username.set(connection.username);
    this.tags.set(tagsText(connection.tags));
    this.isEnabled.set(connection.enabled);
    this.isLegacyTls.set(connection.legacy_tls);
    this.customObjects.set(connection.objects_ids);
    this.choice.set(choiceOf(connection.objects_ids, this.templates()));
  }

  private takenByOthers(): ReadonlySet<string> {
    const own = this.before && looksOf(this.before.name);
    return new Set([...this.taken()].filter((name) => name !== own));
  }

  private passwordFault(): string | null {
    if (this.password() !== '') return lineFault(this.password(), MAX_CREDENTIAL, ENTER_PASSWORD);
    if (!this.needsPassword()) return null;
    return this.before === null
      ? ENTER_PASSWORD
      : $localize`Enter the password again: the stored one is not sent to a different address`;
  }

  private objectsFault(): string | null {
    const wrong =
      this.choice() === 'custom' ? this.customObjects().find((object) => objectFault(object) !== null) : undefined;
    return (wrong ? objectFault(wrong) : null) ?? objectCountFault(this.objects().length);
  }

  /** A text as it is sent: what is stored may keep its white space. */
  private text(field: 'name' | 'restapi' | 'websocket' | 'username'): string {
    const text = this[field]();
    return text === this.before?.[field] ? text : trimmed(text);
  }

  /** What is stored may also keep characters that cannot be seen. */
  private hidden(field: 'name' | 'restapi' | 'websocket' | 'username'): string | null {
    return this[field]() === this.before?.[field] ? null : hiddenFault(this[field]());
  }

  private tagsFault(): string | null {
    if (this.hasStoredTags()) return null;
    const parsed = parseTags(this.tags());
    return 'fault' in parsed ? parsed.fault : null;
  }

  private hasStoredTags(): boolean {
    return this.before !== null && this.tags() === tagsText(this.before.tags);
  }

  private tagMap(): Record<string, string> {
    if (this.before && this.hasStoredTags()) return this.before.tags;
    const parsed = parseTags(this.tags());
    return 'tags' in parsed ? parsed.tags : {};
  }

  private serverFault(field: DraftField, text: string): string | undefined {
    return this.serverFaults().get(`${field}\n${text}`);
  }

  private textOf(field: DraftField): string {
    return field === 'objects_ids' ? this.objectsText() : this[field]();
  }

  private objectsText(): string {
    return JSON.stringify(this.objects());
  }

  private snapshot(): string {
    const texts = DRAFT_FIELDS.map((field) => this.textOf(field));
    return JSON.stringify([...texts, this.isEnabled(), this.isLegacyTls()]);
  }
}
