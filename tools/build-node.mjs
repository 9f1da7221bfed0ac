// Bundles one of the programs that run on Node. esbuild emits no decorator metadata, so swc goes first.
import { transform } from '@swc/core';
import { build } from 'esbuild';
import { readFile, rm } from 'node:fs/promises';

const [app] = process.argv.slice(2);
if (!app) throw new Error('usage: node tools/build-node.mjs <app>');

const outdir = `dist/apps/${app}`;
await rm(outdir, { recursive: true, force: true });

const decorators = {
  name: 'decorators',
  setup(bundler) {
    bundler.onLoad({ filter: /\.ts$/ }, async ({ path }) => {
      const { code } = await transform(await readFile(path, 'utf8'), {
        filename: path,
        swcrc: false,
        sourceMaps: 'inline',
        module: { type: 'es6' },
        jsc: {
          target: 'es2022',
          keepClassNames: true,
          parser: { syntax: 'typescript', decorators: true },
          transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
        },
      });
      return { contents: code, loader: 'js' };
    });
  },
};

await build({
  entryPoints: [`apps/${app}/src/main.ts`],
  outfile: `${outdir}/main.js`,
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'cjs',
  sourcemap: true,
  keepNames: true,
  tsconfig: `apps/${app}/tsconfig.json`,
  logLevel: 'warning',
  packages: 'external',
  plugins: [decorators],
});
