import { isKnownObjectType, statusName, type Status } from '@snp/protocol';

/** The latest that is known of one object of a device. */
export interface KnownObject {
  readonly type: string;
  readonly objectId: string;
  /** Address of the element that it is of, where it is not that of the connection's first object. */
  readonly element?: string;
  /** Its status as the device sent it, as JSON; empty where it is too much to keep. */
  readonly text: string;
  /** When it came last, changed or not, monotonic ms. */
  readonly receivedAt: number;
  /** How many series it has. */
  readonly series: number;
  /** Whether the type is one of those that devices are known to have. */
  readonly known: boolean;
}

interface Entry extends KnownObject {
  readonly source: string;
  text: string;
  receivedAt: number;
  series: number;
  /** The picture in which, or after which, it came last. */
  picture: number;
}

/** A device has some hundred objects. */
const MAX_OBJECTS = 10_000;
/** A device's statuses have about 0.7 million characters. */
const MAX_CHARACTERS = 16_000_000;

/** The latest status of each object of one device, by object and by text. */
export class LatestStatuses {
  private readonly entries = new Map<string, Entry>();
  /** Most statuses that come are those that came before: found here, they need not be read again. */
  private readonly byText = new Map<string, Entry>();
  private characters = 0;
  private picture = 0;

  /** A new picture of the device begins: objects that are not in it, nor come after it, are gone. */
  beginPicture(): void {
    this.picture++;
  }

  /** Whether there are objects that have not come since the picture began. */
  get hasMissing(): boolean {
    for (const { picture } of this.entries.values()) if (picture !== this.picture) return true;
    return false;
  }

  /** Whether the latest status of an object has exactly this text; then it has come again. */
  isUnchanged(text: string, now: number): boolean {
    const entry = this.byText.get(text);
    if (entry === undefined) return false;
    entry.receivedAt = now;
    entry.picture = this.picture;
    return true;
  }

  /** Whether there is room for the object. */
  admits(source: string): boolean {
    return this.entries.has(source) || this.entries.size < MAX_OBJECTS;
  }

  keep(status: Status, text: string, series: number, now: number): void {
    const entry = this.entryOf(status);
    this.forgetText(entry);
    entry.receivedAt = now;
    entry.picture = this.picture;
    entry.series = series;
    if (text === '' || this.characters + text.length > MAX_CHARACTERS) return;
    entry.text = text;
    this.characters += text.length;
    this.byText.set(text, entry);
  }

  /** An object has been written again, from the same status. */
  recount(source: string, series: number): void {
    const entry = this.entries.get(source);
    if (entry !== undefined) entry.series = series;
  }

  /** Forgets the objects that have not come since the picture began; returns them. */
  forgetMissing(): Set<string> {
    const gone = [...this.entries.values()].filter(({ picture }) => picture !== this.picture);
    for (const entry of gone) {
      this.forgetText(entry);
      this.entries.delete(entry.source);
    }
    return new Set(gone.map(({ source }) => source));
  }

  /** The text of everything that is known. */
  texts(): string[] {
    return [...this.byText.keys()];
  }

  clear(): void {
    this.entries.clear();
    this.byText.clear();
    this.characters = 0;
  }

  objects(): Iterable<KnownObject> {
    return this.entries.values();
  }

  private entryOf(status: Status): Entry {
    const source = statusName(status);
    const known = this.entries.get(source);
    if (known !== undefined) return known;
    const { type, objectId, element } = status;
    const facts = { type, objectId, element, source, known: isKnownObjectType(type) };
    const entry = { ...facts, text: '', receivedAt: 0, series: 0, picture: this.picture };
    this.entries.set(source, entry);
    return entry;
  }

  private forgetText(entry: Entry): void {
    if (this.byText.get(entry.text) === entry) this.byText.delete(entry.text);
    this.characters -= entry.text.length;
    entry.text = '';
  }
}
