import type { KnownObject, SnpSession } from '@snp/collector';
import { parseStatus, type JsonObject, type Status } from '@snp/protocol';

/** A status with the time it was received, monotonic ms. */
export interface ReadObject extends Status {
  readonly receivedAt: number;
}

/** The latest statuses of one element of a session, by default its first one's, parsed only when needed. */
export class ReceivedObjects {
  private readonly byType = new Map<string, KnownObject[]>();

  constructor(session: Pick<SnpSession, 'objects'> | undefined, element?: string) {
    for (const object of session?.objects() ?? []) {
      if (object.element !== element) continue;
      const objects = this.byType.get(object.type);
      if (objects === undefined) this.byType.set(object.type, [object]);
      else objects.push(object);
    }
  }

  /** The body of an object that exists once per device; undefined if it is missing or unreadable. */
  one(type: string): JsonObject | undefined {
    return this.all(type)[0]?.body;
  }

  /** All objects of some types, by id. */
  all(...types: readonly string[]): Status[] {
    return types
      .flatMap((type) => this.byType.get(type) ?? [])
      .flatMap(({ text }) => parseStatus(text) ?? [])
      .sort((left, right) => byId.compare(left.objectId, right.objectId));
  }
}

/** `A-HD-2` before `A-HD-10`. */
export const byId = new Intl.Collator('en', { numeric: true });
