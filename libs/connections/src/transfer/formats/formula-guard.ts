/**
 * Where a spreadsheet may begin a cell: at the beginning, and, if the file is for another separator than its own, after
 * any semicolon, tab or line break inside, since it sees our quotes only at the beginning of a cell.
 */
const START = String.raw`(?<=^|[;\t\r\n])`;

/** A spreadsheet runs a cell that begins like this as a formula. */
const FORMULA = String.raw`(?=['"\s]*?[=+\-@\t\r\n＝＋－＠])`;

const UNGUARDED = new RegExp(START + FORMULA, 'g');
const GUARD = new RegExp(`${START}'${FORMULA}`, 'g');

/** Writes a cell so that a spreadsheet shows it and does not run it; {@link unguarded} undoes it. */
export function guarded(cell: string): string {
  return cell.replace(UNGUARDED, "'");
}

export function unguarded(cell: string): string {
  return cell.replace(GUARD, '');
}
