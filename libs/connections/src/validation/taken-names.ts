import { nameTaken } from '@snp/http';

interface Named {
  readonly id: number;
  readonly name: string;
}

/** The names that exist, for telling whether a new one is free: case, and spaces around it, make no difference to that. */
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

  /** The connection that has this name, or else one that looks the same but for case. */
  ownerOf(name: string): number | undefined {
    return this.exact.get(name) ?? this.alike.get(looksOf(name));
  }

  /** @throws ProblemError 409 */
  refuse(name: string): void {
    if (this.ownerOf(name) !== undefined) throw nameTaken(`Connection '${name}'`);
  }
}

function looksOf(name: string): string {
  return name.normalize('NFC').trim().toLowerCase();
}
