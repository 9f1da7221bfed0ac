import type { Body } from '../statuses/generator';
import { literal } from './literal';
import { merged } from '../statuses/merge';
import type { ObjectSource, SourceObject } from './object-source';

/** An object that somebody watches. */
export interface WatchedObject extends SourceObject {
  /** `ptp/ptp`, `procChannelHD/A-HD-1` */
  readonly key: string;
  /** Position among the watched ones, so that they don't all change together. */
  readonly order: number;
  /** {@link DeviceStatuses.version} when it last changed. */
  version: number;
  /** The status as a JSON string literal, ready to be put into a message; null once it has changed. */
  fragment: string | null;
}

/** A last chance to spoil a status on its way out: another body, or text that need not be JSON. */
export type Distortion = (object: SourceObject, status: Body) => Body | string;

/** The statuses of one device: what is watched, what changed, and their text, made once for all who watch. */
export class DeviceStatuses {
  private readonly watched = new Map<string, WatchedObject>();
  private readonly overrides = new Map<string, Body[]>();
  private readonly lost = new Set<string>();
  /** Goes up with every change. */
  version = 1;

  constructor(
    private readonly source: ObjectSource,
    private readonly distort: Distortion,
  ) {}

  /** The object as it is, without watching it. */
  peek(type: string, id?: string): SourceObject | undefined {
    const found = this.source.find(type, id);
    return found && this.lost.has(`${found.type}/${found.id}`) ? undefined : found;
  }

  /** The object, watched from now on. */
  find(type: string, id?: string): WatchedObject | undefined {
    const found = this.peek(type, id);
    if (!found) return undefined;
    const key = `${found.type}/${found.id}`;
    const known = this.watched.get(key);
    if (known) return known;
    const object = { ...found, key, order: this.watched.size, version: this.version, fragment: null };
    this.watched.set(key, object);
    return object;
  }

  /** Every object that the device has now. */
  list(): { type: string; id: string }[] {
    return this.source.list().filter(({ type, id }) => !this.lost.has(`${type}/${id}`));
  }

  objects(): Iterable<WatchedObject> {
    return this.watched.values();
  }

  /** Keeps only what somebody still watches. */
  retain(keys: ReadonlySet<string>): void {
    for (const key of this.watched.keys()) if (!keys.has(key)) this.watched.delete(key);
  }

  touch(object: WatchedObject): void {
    object.version = ++this.version;
    object.fragment = null;
  }

  touchAll(): void {
    for (const object of this.watched.values()) this.touch(object);
  }

  /** Lays `patch` over the status from now on, whatever the device lives through. */
  override(key: string, patch: Body): void {
    this.overrides.set(key, [...(this.overrides.get(key) ?? []), patch]);
    this.touchKey(key);
  }

  release(key: string): void {
    this.overrides.delete(key);
    this.touchKey(key);
  }

  /** These objects are no longer there. */
  lose(keys: readonly string[]): void {
    for (const key of keys) {
      this.lost.add(key);
      this.watched.delete(key);
    }
  }

  regain(): void {
    this.lost.clear();
  }

  fragment(object: WatchedObject): string {
    object.fragment ??= this.literal(object);
    return object.fragment;
  }

  text(object: SourceObject): string {
    const status = this.distort(object, this.status(object));
    return typeof status === 'string' ? status : JSON.stringify(status);
  }

  private literal(object: SourceObject): string {
    const status = this.distort(object, this.status(object));
    return typeof status === 'string' ? JSON.stringify(status) : literal(status);
  }

  private status(object: SourceObject): Body {
    const patches = this.overrides.get(`${object.type}/${object.id}`) ?? [];
    return patches.reduce(merged, object.status());
  }

  private touchKey(key: string): void {
    const object = this.watched.get(key);
    if (object) this.touch(object);
  }
}
