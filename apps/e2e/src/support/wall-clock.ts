import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eventually } from './eventually';
import type { Exporter } from './exporter';
import { ROOT } from './workspace';

const PRELOAD = join(ROOT, 'apps/e2e/src/support/stepped-date.cjs');
/** How exactly the exporter's time is known from here. */
const NEAR_MS = 60_000;

/** The wall clock of an exporter that is started with its environment. */
export class WallClock {
  private readonly folder = mkdtempSync(join(tmpdir(), 'snp-clock-'));
  private readonly file = join(this.folder, 'set-by');
  private setBy = 0;

  constructor() {
    writeFileSync(this.file, '0');
  }

  get environment(): Readonly<Record<string, string>> {
    return { NODE_OPTIONS: `--require ${PRELOAD}`, WALL_CLOCK_FILE: this.file };
  }

  /** The date that the exporter goes by, ms since the epoch. */
  now(): number {
    return Date.now() + this.setBy;
  }

  /** Sets the clock, forward or back, and waits until the exporter goes by it. */
  async step(ms: number, exporter: Exporter): Promise<void> {
    this.setBy += ms;
    writeFileSync(this.file, String(this.setBy));
    const isSet = async () => {
      const { body } = await exporter.api<{ generated_at: string }>('GET', '/api/fleet');
      return Math.abs(Date.parse(body.generated_at) - this.now()) < NEAR_MS;
    };
    await eventually(isSet, () => `the wall clock to be set by ${ms} ms`);
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}
