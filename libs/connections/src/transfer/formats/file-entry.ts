/** One connection of an imported file, as the file has it. */
export interface FileEntry {
  readonly value: unknown;
  /** Whether the format knows only text, so that `true` is a word and a list of objects a cell. */
  readonly isTextual: boolean;
}
