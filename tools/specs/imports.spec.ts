import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';

const ROOT = resolve(__dirname, '../..');
const SOURCES = ['libs', 'apps'].flatMap((folder) =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts') && !path.includes('/generated/'))
    .map((path) => join(ROOT, folder, path)),
);

/** What a file imports, or exports from, by a relative path; types count too. */
function importsOf(file: string): string[] {
  const text = readFileSync(file, 'utf8');
  return [
    ...text.matchAll(/^(?:import|export|\})[^;'"]*? from '(\.[^']*)'|^import '(\.[^']*)'|\bimport\('(\.[^']*)'\)/gm),
  ]
    .map(([, from, bare, dynamic]) => resolve(file, '..', from ?? bare ?? dynamic))
    .flatMap((path) => [`${path}.ts`, join(path, 'index.ts')].filter(existsSync).slice(0, 1));
}

/** Each circle once, as the files on the way round. */
function circlesIn(graph: ReadonlyMap<string, readonly string[]>): string[] {
  const circles: string[] = [];
  const done = new Set<string>();
  const visit = (file: string, way: readonly string[]): void => {
    const at = way.indexOf(file);
    if (at >= 0) circles.push([...way.slice(at), file].map((each) => relative(ROOT, each)).join(' → '));
    if (at >= 0 || done.has(file)) return;
    for (const imported of graph.get(file) ?? []) visit(imported, [...way, file]);
    done.add(file);
  };
  for (const file of graph.keys()) visit(file, []);
  return circles;
}

describe('the files of libs and apps', () => {
  it('import each other in no circle', () => {
    expect(SOURCES.length).toBeGreaterThan(300);
    expect(circlesIn(new Map(SOURCES.map((file) => [file, importsOf(file)])))).toEqual([]);
  });
});
