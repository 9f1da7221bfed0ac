// First, so that no signal meets the defaults of Node.js for longer than it must.
import { onSignals } from './signals';
import { GROUPS } from '@snp/catalogue';
import { DatabaseUnusable } from '@snp/database';
import { ConfigurationError, readConfiguration } from './configuration/configuration';
import { Exporter } from './exporter';
import { PortUnavailable } from './ports/listeners';

/** Faults that the operator can fix: only their message is printed, without a stack trace. */
const EXPECTED = [ConfigurationError, DatabaseUnusable, PortUnavailable];

async function main(): Promise<void> {
  const exporter = await Exporter.start(readConfiguration(process.env, GROUPS));
  onSignals({
    stop: () => void exporter.stop().then(() => process.exit(0)),
    reload: () => exporter.reload(),
  });
}

main().catch((error: unknown) => {
  const isExpected = EXPECTED.some((kind) => error instanceof kind);
  process.stderr.write(`${isExpected ? (error as Error).message : (error as Error).stack}\n`);
  process.exit(1);
});
