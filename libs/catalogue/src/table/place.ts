import { index, isObject, type JsonObject } from '@snp/protocol';
import type { CatalogueOptions } from './options';
import { KEY, type LabelValues, type Names } from './labels';
import type { ObjectMemory } from './memory';

/** The status that is being read. One instance serves all: nothing may hold on to it. */
export interface CurrentObject {
  body: JsonObject;
  /** The ordinal of the object's id. */
  key: number;
  memory: ObjectMemory;
  readonly options: CatalogueOptions;
  readonly names: Names;
}

/** Above this many rows their memory is freed after reading. */
const MOST_KEPT_ROWS = 4096;

/** The rows of a place in the status that is being read, selected once for all families that read them. */
export class View {
  count = 0;
  readonly rows: unknown[] = [];
  readonly keys: number[] = [];
  private highest = -1;
  private positions: Map<number, number> | undefined;

  /** Releases the status, so that it can be collected after it was read. */
  clear(): void {
    if (this.count > MOST_KEPT_ROWS) this.rows.length = this.keys.length = 0;
    else for (let at = 0; at < this.count; at++) this.rows[at] = undefined;
    this.count = 0;
    this.highest = -1;
    this.positions = undefined;
  }

  /** Adds a row; one with the same key before it is replaced. */
  add(key: number, row: unknown): void {
    const at = key > this.highest ? this.count : this.position(key);
    if (key > this.highest) this.highest = key;
    if (at === this.count) this.count++;
    this.positions?.set(key, at);
    this.rows[at] = row;
    this.keys[at] = key;
  }

  /** Takes back the row with this key, if there is one. */
  drop(key: number): void {
    if (key > this.highest) return;
    const at = this.position(key);
    if (at === this.count) return;
    const last = --this.count;
    this.rows[at] = this.rows[last];
    this.keys[at] = this.keys[last];
    this.rows[last] = undefined;
    this.positions?.set(this.keys[at], at).delete(key);
  }

  /** Where a key that is not the highest belongs; keys usually ascend, so that the map is seldom needed. */
  private position(key: number): number {
    this.positions ??= new Map(this.keys.slice(0, this.count).map((known, at) => [known, at]));
    return this.positions.get(key) ?? this.count;
  }
}

/** Somewhere in a status where values are found: one section, or the rows of a table. */
export interface Place {
  /** The object types that have it. */
  readonly objects: readonly string[];
  /** What the key of a row is: its `index`, or the ordinal of its `name`. */
  readonly keys: 'index' | 'name';
  /** Labels that all its rows have. */
  readonly labels: LabelValues;
  readonly select: (view: View, object: CurrentObject) => void;
}

/** Whether a section is read at all. */
export type Condition = (section: JsonObject, object: CurrentObject) => boolean;

export type RowFilter = (row: JsonObject) => boolean;

interface SectionOptions {
  readonly labels?: LabelValues;
  readonly only?: Condition;
  /** The section is read if this is true of it, or was before in this session. */
  readonly once?: Condition;
}

interface TableOptions {
  readonly labels?: LabelValues;
  /** The text field that names a row; without it rows are known by their `idx`. */
  readonly key?: string;
  /** A section of each row that is read in place of the row. */
  readonly inner?: string;
  /** Which rows of this object are read; all where there is no filter. */
  readonly only?: (object: CurrentObject) => RowFilter | undefined;
  /** Of these, only rows are read for which this is true, or was before in this session. */
  readonly once?: (object: CurrentObject) => RowFilter | undefined;
}

type Objects = string | readonly string[];

/** One section of an object, or with an empty `path` the object itself; its key is the object's id. */
export function at(objects: Objects, path: string, { labels = {}, only, once }: SectionOptions = {}): Place {
  const place: Place = {
    objects: typeof objects === 'string' ? [objects] : objects,
    keys: 'name',
    labels,
    select: (view, object) => {
      const section = path === '' ? object.body : object.body[path];
      if (!isObject(section)) return;
      if (only !== undefined && !only(section, object)) return;
      if (once !== undefined && !object.memory.once(place, '', once(section, object))) return;
      view.add(object.key, section);
    },
  };
  return place;
}

/** The rows of a place that satisfy a condition. */
export function narrowed(place: Place, holds: RowFilter): Place {
  const all = new View();
  return {
    ...place,
    select: (view, object) => {
      place.select(all, object);
      for (let at = 0; at < all.count; at++) {
        const row = all.rows[at] as JsonObject;
        if (holds(row)) view.add(all.keys[at], row);
      }
      all.clear();
    },
  };
}

/** The rows of a table, by default labelled with their `index`. A repeated key: the last one wins. */
export function rows(
  objects: Objects,
  path: string,
  { key, inner, labels = { index: KEY }, only, once }: TableOptions = {},
): Place {
  const place: Place = {
    objects: typeof objects === 'string' ? [objects] : objects,
    keys: key === undefined ? 'index' : 'name',
    labels,
    select: (view, object) => {
      const said = object.body[path];
      // Firmware 3.1 describes the load of its DSPs as one row without a table around it.
      const table: unknown = key !== undefined && isObject(said) ? [said] : said;
      if (!Array.isArray(table)) return;
      const isRead = only?.(object);
      const isReadOnce = once?.(object);
      for (let at = 0; at < table.length; at++) {
        const row: unknown = table[at];
        if (!isObject(row)) continue;
        const name = key === undefined ? index(row.idx) : nameOf(row[key]);
        if (name === undefined) continue;
        const read = inner === undefined ? row : row[inner];
        const ordinal = typeof name === 'string' ? object.names.ordinal(name) : name;
        // The last one wins also when it is not read: what an earlier one said no longer holds.
        if (!isObject(read) || (isRead !== undefined && !isRead(row))) view.drop(ordinal);
        else if (isReadOnce === undefined || object.memory.once(place, name, isReadOnce(row))) view.add(ordinal, read);
        else view.drop(ordinal);
      }
    },
  };
  return place;
}

function nameOf(raw: unknown): string | undefined {
  const name = typeof raw === 'string' ? raw.trim() : '';
  return name === '' ? undefined : name;
}

/** The fields of a section, or the entries of a map, each as a row of its own with the field's name as its key. */
export function fields(objects: Objects, path: string, labels: LabelValues): Place {
  return {
    objects: typeof objects === 'string' ? [objects] : objects,
    keys: 'name',
    labels,
    select: (view, object) => {
      const section = object.body[path];
      if (!isObject(section)) return;
      if (section instanceof Map) {
        for (const [name, value] of section as ReadonlyMap<string, unknown>)
          view.add(object.names.ordinal(name), value);
      } else {
        for (const name in section) view.add(object.names.ordinal(name), section[name]);
      }
    },
  };
}
