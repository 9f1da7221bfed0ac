import { FILE_LIMITS, FileRefused } from './file-entry';

/** @throws FileRefused */
export function parseJson(text: string): unknown {
  refuseDeepNesting(text);
  try {
    return JSON.parse(text);
  } catch {
    // The parser's message quotes the text.
    throw new FileRefused('unreadable', 'The file is not JSON.');
  }
}

/** Before parsing: `JSON.parse` keeps what is open outside the heap, where no limit holds. */
function refuseDeepNesting(text: string): void {
  let depth = 0;
  let isInString = false;
  for (let at = 0; at < text.length; at++) {
    const character = text[at];
    if (character === '"') isInString = !isInString;
    else if (isInString && character === '\\') at++;
    else if (isInString) continue;
    else if (character === '[' || character === '{') depth++;
    else if (character === ']' || character === '}') depth--;
    if (depth > FILE_LIMITS.nesting) {
      throw new FileRefused('unreadable', `The file nests deeper than ${FILE_LIMITS.nesting} levels.`);
    }
  }
}
