import { defineConfig } from '@playwright/test';

export default defineConfig({
  testMatch: '*.ts',
  outputDir: '../../../../tmp/failing-tests/e2e',
  reporter: [['json']],
});
