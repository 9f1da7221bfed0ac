import { defineConfig } from '@playwright/test';
import { CHROMIUM_ARGUMENTS, chromiumPath } from './src/support/programs';

/** They build what the others run, so npm test runs them afterwards. The image is only for npm run test:image. */
const BUILDING = ['**/demo.e2e.ts', '**/npm-start.e2e.ts'];
const IMAGE = '**/image.e2e.ts';
const RESULTS = '../../tmp/test-results';

export default defineConfig({
  testDir: 'src',
  testMatch: '**/*.e2e.ts',
  projects: [
    { name: 'program', outputDir: `${RESULTS}/program`, testIgnore: [...BUILDING, IMAGE] },
    { name: 'building', outputDir: `${RESULTS}/building`, testMatch: process.env['SNP_IMAGE'] ? IMAGE : BUILDING },
  ],
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
