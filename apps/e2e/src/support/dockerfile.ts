import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/** One instruction of a Dockerfile. */
interface Instruction {
  readonly name: string;
  readonly rest: string;
}

/** What the steps of a Dockerfile have made so far: a root directory for each stage. */
interface Stage {
  readonly root: string;
  workdir: string;
}

function instructions(dockerfile: string): Instruction[] {
  return dockerfile
    .replace(/\\\n/g, ' ')
    .split('\n')
    .filter((line) => line.trim() !== '' && !line.startsWith('#'))
    .map((line) => {
      const [name, ...rest] = line.trim().split(/\s+/);
      return { name, rest: rest.join(' ') };
    });
}

/**
 * Takes the COPY and RUN steps of a Dockerfile in plain folders, without a Docker engine: every stage has a folder
 * that stands for its root, and RUN uses this machine's Node and compilers.
 * @param context the folder that COPY takes from
 * @param files the files of the context that Git knows
 * @param folder an empty folder for the stages
 * @returns the folder that stands for the working directory of the last stage
 */
export function takeSteps(dockerfile: string, context: string, files: readonly string[], folder: string): string {
  const stages = new Map<string, Stage>();
  let stage: Stage = { root: folder, workdir: '/' };
  for (const { name, rest } of instructions(readFileSync(dockerfile, 'utf8'))) {
    const words = rest.split(' ');
    if (name === 'FROM') {
      const alias = words[1] === 'AS' ? words[2] : 'final';
      stage = { root: join(folder, alias), workdir: '/' };
      stages.set(alias, stage);
    } else if (name === 'WORKDIR') {
      stage.workdir = rest;
      mkdirSync(join(stage.root, rest), { recursive: true });
    } else if (name === 'COPY') {
      copy(words, stage, stages, context, files);
    } else if (name === 'RUN' && !rest.startsWith('apt-get ')) {
      const cwd = join(stage.root, stage.workdir);
      execFileSync('sh', ['-c', rest], {
        cwd,
        stdio: ['ignore', 'ignore', 'inherit'],
        env: { ...process.env, CI: 'true' },
      });
    }
  }
  return join(stage.root, stage.workdir);
}

function copy(
  words: string[],
  stage: Stage,
  stages: Map<string, Stage>,
  context: string,
  files: readonly string[],
): void {
  const from = words[0].startsWith('--from=') ? stages.get(words.shift()!.slice('--from='.length)) : undefined;
  const target = words.pop()!;
  const into = join(stage.root, target.startsWith('/') ? target : join(stage.workdir, target));
  for (const source of words) {
    if (from) {
      copyTree(join(from.root, source), target.endsWith('/') ? join(into, basename(source)) : into);
    } else if (files.includes(source)) {
      copyTree(join(context, source), target.endsWith('/') ? join(into, source) : into);
    } else {
      const below = source === '.' ? '' : `${source}/`;
      for (const file of files.filter((each) => each.startsWith(below))) {
        copyTree(join(context, file), join(into, file.slice(below.length)));
      }
    }
  }
}

function copyTree(source: string, target: string): void {
  mkdirSync(dirname(target), { recursive: true });
  cpSync(source, target, { recursive: true, verbatimSymlinks: true });
}
