import { unreadable } from '@snp/http';
import { csvEntries } from './csv-entries';
import type { FileEntry } from './file-entry';
import { jsonEntries } from './json-entries';
import { yamlEntries } from './yaml-entries';

/**
 * The entries of a file in the JSON of an export, in the YAML of older exporters, or in CSV with a header.
 * @param mediaType of the request; where it says nothing, the text itself tells
 * @throws ProblemError 400, 422
 */
export function fileEntries(text: string, mediaType: string | undefined): AsyncGenerator<FileEntry> {
  const content = text.replace(/^\ufeff/, '');
  if (content.trim() === '') throw unreadable('The file is empty.');
  switch (formatOf(content, mediaType ?? '')) {
    case 'json':
      return jsonEntries(content);
    case 'csv':
      return csvEntries(content);
    case 'yaml':
      return yamlEntries(content);
  }
}

function formatOf(text: string, mediaType: string): 'json' | 'csv' | 'yaml' {
  if (/json/i.test(mediaType)) return 'json';
  if (/yaml/i.test(mediaType)) return 'yaml';
  if (/csv/i.test(mediaType)) return 'csv';
  if (/^\s*[[{]/.test(text)) return 'json';
  const [header = ''] = text.split('\n', 1);
  return /[,;\t]/.test(header) && /\bname\b/i.test(header) && !header.trimStart().startsWith('-') ? 'csv' : 'yaml';
}
