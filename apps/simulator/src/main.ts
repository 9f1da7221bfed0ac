import { HELP, readOptions, UsageError } from './options';
import { start } from './start';

const USAGE_FAILURE = 2;

async function main(): Promise<void> {
  const options = readOptions(process.argv.slice(2));
  if (!options) {
    process.stdout.write(HELP);
    return;
  }
  const running = await start(options, (text) => console.log(text));
  const end = (): void => void running.stop().then(() => process.exit(0));
  process.on('SIGINT', end);
  process.on('SIGTERM', end);
}

main().catch((error: unknown) => {
  if (!(error instanceof UsageError)) throw error;
  console.error(`simulator: ${error.message}\nTry --help.`);
  process.exit(USAGE_FAILURE);
});
