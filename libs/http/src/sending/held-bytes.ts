/** The bytes that unfinished answers hold; a piece that several of them hold counts once. */
export class HeldBytes {
  private readonly holders = new Map<Buffer, number>();
  private sum = 0;

  get bytes(): number {
    return this.sum;
  }

  hold(pieces: readonly Buffer[]): void {
    for (const piece of pieces) {
      const holders = this.holders.get(piece) ?? 0;
      if (holders === 0) this.sum += piece.length;
      this.holders.set(piece, holders + 1);
    }
  }

  release(pieces: readonly Buffer[]): void {
    for (const piece of pieces) {
      const others = (this.holders.get(piece) ?? 1) - 1;
      if (others > 0) this.holders.set(piece, others);
      else if (this.holders.delete(piece)) this.sum -= piece.length;
    }
  }
}
