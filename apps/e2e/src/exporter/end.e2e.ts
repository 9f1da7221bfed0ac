import { expect, test } from '@playwright/test';
import { Exporter } from '../support/exporter';

test('27: SIGQUIT (Ctrl-\\) ends the exporter as cleanly as SIGTERM', async () => {
  const exporter = await Exporter.start();
  expect(await exporter.stop('SIGQUIT')).toBe(0);
  expect(exporter.log).toContain('exporter stopped');
});
