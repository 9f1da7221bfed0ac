import { nameTaken } from '@snp/http';
import { looksOf } from './look-alikes';

interface Named {
  readonly id: number;
  readonly name: string;
}

/** The names that exist, for telling whether a new one is free: names that look alike are the same. */
export class TakenNames {
  private readonly exact = new Map<string, number>();
  private readonly alike = new Map<string, number>();

  constructor(connections: Iterable<Named>) {
    for (const connection of connections) this.add(connection);
  }

  add({ id, name }: Named): void {
    this.exact.set(name, id);
    this.alike.set(looksOf(name), id);
  }

  /** The connection that has this name, or else one that looks the same. */
  ownerOf(name: string): number | undefined {
    return this.exact.get(name) ?? this.alike.get(looksOf(name));
  }

  /** @throws ProblemError 409 */
  refuse(name: string): void {
    if (this.ownerOf(name) !== undefined) throw nameTaken(`Connection '${name}'`);
  }
}
