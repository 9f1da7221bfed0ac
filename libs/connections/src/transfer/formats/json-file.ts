import { JsonShape } from './json-shape';
import { FILE_LIMITS, FileRefused, type FileLimits } from './file-entry';

/** @throws FileRefused */
export function parseJson(text: string, limits: FileLimits = FILE_LIMITS): unknown {
  new JsonShape(limits).check(text);
  try {
    return JSON.parse(text);
  } catch {
    // The parser's message quotes the text.
    throw new FileRefused('unreadable', 'The file is not JSON.');
  }
}
