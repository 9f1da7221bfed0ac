const MiB = 1024 * 1024;

/** What an imported file may hold. */
export const FILE_LIMITS = {
  entries: 10_000,
  /** Columns of a table. */
  columns: 64,
  /** Levels of lists and objects, from the top of the file. */
  nesting: 32,
  /** Size of one entry, in characters. */
  entrySize: MiB,
  /** Size of all entries, in characters: YAML can refer to one list many times. */
  totalSize: 64 * MiB,
};
export type FileLimits = Readonly<typeof FILE_LIMITS>;

/** One connection of an imported file, as the file has it. */
export interface FileEntry {
  readonly value: unknown;
  /** Whether the format knows only text, so that `true` is a word and a list of objects a cell. */
  readonly isTextual: boolean;
}

/** The key in a row of a table that has cells beyond its columns; no column can have it for a name. */
export const EXCESS_CELLS = ' ';

/** Why a file cannot be imported: it cannot be read, it is too large, or it holds something else. */
export type RefusalReason = 'unreadable' | 'too-large' | 'invalid';

/** A file that cannot be imported. The message is for people and never quotes the file, which may hold passwords. */
export class FileRefused extends Error {
  /** @param pointer JSON pointer to the fault of an `invalid` file */
  constructor(
    readonly reason: RefusalReason,
    message: string,
    readonly pointer = '',
  ) {
    super(message);
  }
}

/** Refusals of files that go beyond the limits, wherever that shows. */
export function tooDeep({ nesting }: FileLimits): FileRefused {
  return new FileRefused('unreadable', `The file nests deeper than ${nesting} levels.`);
}

export function tooManyEntries({ entries }: FileLimits): FileRefused {
  return new FileRefused('too-large', `The file has more than ${entries} connections.`);
}

export function tooLargeEntry({ entrySize }: FileLimits): FileRefused {
  return new FileRefused('too-large', `An entry in the file is larger than ${entrySize / MiB} MiB.`);
}
