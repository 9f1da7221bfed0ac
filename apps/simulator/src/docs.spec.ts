import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { FAULTS, readScenario } from '@snp/simulator';
import { parse } from 'yaml';
import { HELP } from './options';

const page = readFileSync(join(__dirname, '../../../docs/simulator.md'), 'utf8');

describe('the page about the simulator', () => {
  it.each([...HELP.matchAll(/^ {2}--([a-z-]+)/gm)].map(([, option]) => option).filter((option) => option !== 'help'))(
    'knows the option --%s',
    (option) => expect(page).toContain(`| \`--${option}\``),
  );

  it.each(FAULTS.map(({ kind, options }) => ({ kind, options })))(
    'knows the fault $kind and what can be chosen',
    ({ kind, options }) => {
      const row = page.split('\n').find((line) => line.startsWith(`| \`${kind}\` `)) ?? '';
      for (const [name, { allowed }] of Object.entries(options)) {
        expect(row).toContain(`\`${name}\``);
        const choices = allowed.includes(',') && !allowed.includes('(') ? allowed.split(', ') : [];
        for (const choice of choices) expect(row).toContain(`\`${choice}\``);
      }
      expect(row).not.toBe('');
    },
  );

  it('shows a scenario that can be run', () => {
    const example = /```yaml\n([^]*?)```/.exec(page)?.[1] ?? '';
    expect(readScenario(parse(example))).toMatchObject({
      steps: [{ at: 10_000 }, { at: 30_000 }, { at: 120_000 }],
      repeat: 300_000,
    });
  });
});
