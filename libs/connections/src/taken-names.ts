import { nameTaken } from './problems/problems';

interface Named {
  readonly id: number;
  readonly name: string;
}

/** The names that exist, for telling whether a new one is free: case makes no difference to that. */
export class TakenNames {
  private readonly exact = new Map<string, number>();
  private readonly folded = new Map<string, number>();

  constructor(connections: Iterable<Named>) {
    for (const connection of connections) this.add(connection);
  }

  add({ id, name }: Named): void {
    this.exact.set(name, id);
    this.folded.set(foldCase(name), id);
  }

  /** The connection that has this name, or else one that has it in another case. */
  ownerOf(name: string): number | undefined {
    return this.exact.get(name) ?? this.folded.get(foldCase(name));
  }

  /** @throws ProblemError 409 */
  refuse(name: string): void {
    if (this.ownerOf(name) !== undefined) throw nameTaken(name);
  }
}

function foldCase(name: string): string {
  return name.normalize('NFC').toLowerCase();
}
