import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

const ROOT = resolve(__dirname, '../..');
const PAGES = ['README.md', 'CHANGELOG.md', ...pagesIn('docs'), ...pagesIn('docs/decisions')];

/** Files of the program, each with a slash before it, so that a name is not taken for the end of another one. */
const SOURCES = ['apps', 'libs', 'tools', 'docker'].flatMap((folder) =>
  readdirSync(join(ROOT, folder), { recursive: true }).map(
    (file) => `/${folder}/${String(file).replaceAll('\\', '/')}`,
  ),
);

function pagesIn(folder: string): string[] {
  return readdirSync(join(ROOT, folder)).flatMap((file) => (file.endsWith('.md') ? [`${folder}/${file}`] : []));
}

const read = (page: string): string => readFileSync(join(ROOT, page), 'utf8');

/** The heading as the anchor of a link names it. */
const anchorOf = (heading: string): string =>
  heading
    .toLowerCase()
    .replace(/[^\w\s-]/g, '')
    .trim()
    .replace(/\s/g, '-');

describe.each(PAGES)('%s', (page) => {
  it('names only files that exist', () => {
    const named = [...read(page).matchAll(/`(\w[\w./-]*\.(?:ts|html|mjs|cjs|sh))`/g)].map(([, file]) => file ?? '');
    expect(named.filter((file) => !SOURCES.some((source) => source.endsWith(`/${file}`)))).toEqual([]);
  });

  it('links only to pages and headings that exist', () => {
    const links = [...read(page).matchAll(/\]\((?!https?:|#)([^)#\s]+)(?:#([^)\s]+))?\)/g)];
    const broken = links.filter(([, path = '', anchor]) => {
      const target = join(dirname(page), path);
      if (!existsSync(join(ROOT, target))) return true;
      const headings = anchor && [...read(target).matchAll(/^#+ (.*)$/gm)].map(([, heading = '']) => anchorOf(heading));
      return headings && !headings.includes(anchor ?? '');
    });
    expect(broken.map(([link]) => link)).toEqual([]);
  });
});
