import { defineConfig } from '@playwright/test';
import { CHROMIUM_ARGUMENTS, chromiumPath } from './src/support/programs';

export default defineConfig({
  testDir: 'src',
  testMatch: '**/*.e2e.ts',
  // It installs and compiles everything once more: npm run test:image.
  testIgnore: process.env['SNP_IMAGE'] ? [] : '**/image.e2e.ts',
  outputDir: '../../tmp/test-results/e2e',
  // Each runs exporters and fleets of its own; most of the time they wait for something.
  workers: 2,
  // Ten times and more what anything takes on a quiet machine.
  timeout: 600_000,
  expect: { timeout: 60_000 },
  forbidOnly: true,
  reporter: [['list'], ['json']],
  use: {
    locale: 'en-GB',
    timezoneId: 'UTC',
    viewport: { width: 1440, height: 900 },
    trace: 'retain-on-failure',
    launchOptions: { executablePath: chromiumPath, args: CHROMIUM_ARGUMENTS },
  },
});
