import { NestFactory } from '@nestjs/core';
import { GROUPS } from '@snp/catalogue';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AppModule } from './app.module';
import { readConfiguration } from './configuration/configuration';
import { describeApi } from './openapi';
import { VERSION } from './version';

const ROOT = join(__dirname, '../../..');
const COMMITTED = join(ROOT, 'libs/api-client/openapi.json');

const CLIENT = join(ROOT, 'libs/api-client/src/generated');

/** The text of every file in a folder, by its path. */
function filesIn(folder: string): Record<string, string> {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.ts'));
  return Object.fromEntries(files.map((path) => [path, readFileSync(join(folder, path), 'utf8')]));
}

describe('the OpenAPI document', () => {
  it('is the committed one (npm run openapi writes it anew)', async () => {
    const configuration = readConfiguration({ DB_PATH: ':memory:' }, GROUPS);
    const app = await NestFactory.create(AppModule.with(configuration), { preview: true, logger: false });
    const described: unknown = JSON.parse(JSON.stringify(describeApi(app, VERSION)));
    expect(described).toEqual(JSON.parse(readFileSync(COMMITTED, 'utf8')));
  });

  it('has nothing that a linter minds', () => {
    const lint = [
      'node_modules/@redocly/cli/bin/cli.js',
      'lint',
      COMMITTED,
      '--config',
      'libs/api-client/redocly.yaml',
    ];
    const env = { ...process.env, REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true' };
    expect(() => execFileSync(process.execPath, lint, { cwd: ROOT, env, stdio: 'pipe' })).not.toThrow();
  });

  it('is what the committed client is generated from (npm run openapi writes it anew)', () => {
    const folder = mkdtempSync(join(tmpdir(), 'snp-client-'));
    const generator = 'node_modules/ng-openapi-gen/lib/index.js';
    const config = ['--config', 'libs/api-client/ng-openapi-gen.json', '--output', folder];
    execFileSync(process.execPath, [generator, ...config], { cwd: ROOT, stdio: 'pipe' });
    expect(filesIn(folder)).toEqual(filesIn(CLIENT));
    rmSync(folder, { recursive: true });
  });
});
