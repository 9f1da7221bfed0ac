// Runs one bundled bench in a process of its own and prints its rows as a table of Markdown.
const { resolve } = require('node:path');

const [file, ...rest] = process.argv.slice(2);

async function main() {
  const { run } = require(resolve(file));
  const rows = await run(rest);
  console.log('\n| Measurement | Compared with | Result | Target | |\n| --- | --- | --- | --- | --- |');
  for (const { what, against, ratio, measured, target, ok } of rows) {
    const value = measured ?? (ratio >= 10 ? ratio.toFixed(0) : ratio.toPrecision(3));
    console.log(`| ${what} | ${against} | ${value} | ${target} | ${ok ? 'reached' : 'missed'} |`);
  }
  if (rows.some(({ ok }) => !ok)) process.exitCode = 1;
}

main().catch((error) => {
  console.error(error);
  process.exitCode = 1;
});
