import { seriesName } from './expectation';

const LINE = /^([a-z0-9_]+)(?:\{(.*)\})? (\S+)$/;
const LABEL = /([a-z0-9_]+)="((?:[^"\\]|\\.)*)"(?:,|$)/g;
const ESCAPES: Readonly<Record<string, string>> = { '\\n': '\n', '\\"': '"', '\\\\': '\\' };

/** Every series of an exposition in the text format, whatever the order of its lines and labels. */
export function readExposition(exposition: string): Record<string, number> {
  const lines = exposition.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  return Object.fromEntries(lines.map(readLine));
}

function readLine(line: string): [string, number] {
  const [, name, labels = '', value] = LINE.exec(line) ?? [];
  if (name === undefined) throw new Error(`This is no line of an exposition: ${line}`);
  const named = Array.from(labels.matchAll(LABEL), ([, label, said]) => [label, said.replace(/\\./g, unescaped)]);
  return [seriesName(name, Object.fromEntries(named) as Record<string, string>), Number(value)];
}

function unescaped(escape: string): string {
  return ESCAPES[escape] ?? escape;
}
