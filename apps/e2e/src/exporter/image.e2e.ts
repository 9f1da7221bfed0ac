import { expect, test } from '@playwright/test';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { takeSteps } from '../support/dockerfile';
import { Exporter } from '../support/exporter';
import { ROOT } from '../support/workspace';

test('the steps of the Dockerfile build an exporter that starts without the workspace', async () => {
  // It installs and compiles everything once more.
  test.setTimeout(900_000);
  const folder = mkdtempSync(join(tmpdir(), 'snp-image-'));
  try {
    const files = execFileSync('git', ['ls-files'], { cwd: ROOT, encoding: 'utf8' }).trim().split('\n');
    const app = takeSteps(join(ROOT, 'docker/Dockerfile'), ROOT, files, folder);
    const exporter = await Exporter.start({ program: 'dist/apps/server/main.js', directory: app });
    try {
      expect((await fetch(`${exporter.metricsUrl}/-/healthy`)).status).toBe(200);
      expect(await (await fetch(`${exporter.dashboardUrl}/`)).text()).toContain('<title>SNP Exporter');
    } finally {
      expect(await exporter.stop()).toBe(0);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
