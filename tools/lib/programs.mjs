import { spawn } from 'node:child_process';
import { once } from 'node:events';

const STOP_WITHIN_MS = 8_000;
const LOOK_FOR_NPM_MS = 1_000;
const END_WITH_PARENT = new URL('end-with-parent.mjs', import.meta.url).href;

/**
 * Programs that run side by side until one of them ends, Ctrl-C is pressed, or npm is gone; then all of them end.
 * However this process ends, none of them stays behind and holds a port.
 */
export class Programs {
  #children = new Map();
  #ending;

  constructor() {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGQUIT']) process.on(signal, () => void this.end(0));
    process.on('SIGHUP', () => this.#children.get('exporter')?.kill('SIGHUP'));
    // Without a listener the first would open the inspector and the second end this process.
    for (const signal of ['SIGUSR1', 'SIGUSR2']) process.on(signal, () => {});
    if (process.env.npm_lifecycle_event) this.#endWithoutNpm();
  }

  /** Starts a program of this workspace; whatever it prints appears here. */
  start(name, file, args = [], env = {}) {
    const child = spawn(process.execPath, ['--import', END_WITH_PARENT, file, ...args], {
      env: { ...process.env, ...env },
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    });
    this.#children.set(name, child);
    child.once('exit', (code) => {
      this.#children.delete(name);
      void this.end(code ?? 1);
    });
    return child;
  }

  /** npm passes on neither SIGHUP nor SIGKILL. Its scripts `exec` this process, so that it is npm's own child. */
  #endWithoutNpm() {
    const npm = process.ppid;
    setInterval(() => {
      if (process.ppid !== npm) void this.end(0);
    }, LOOK_FOR_NPM_MS).unref();
  }

  /** Ends every program and then this one. */
  end(code) {
    this.#ending ??= this.#end(code);
    return this.#ending;
  }

  async #end(code) {
    const children = [...this.#children.values()];
    const late = setTimeout(() => children.forEach((child) => child.kill('SIGKILL')), STOP_WITHIN_MS);
    await Promise.all(
      children.map((child) => {
        const gone = once(child, 'exit');
        child.kill('SIGTERM');
        return gone;
      }),
    );
    clearTimeout(late);
    process.exit(code);
  }
}

/** Waits until a URL answers 200, as long as it takes within the limit. */
export async function answers(url, withinMs = 60_000) {
  const end = Date.now() + withinMs;
  while (Date.now() < end) {
    const ok = await fetch(url, { signal: AbortSignal.timeout(2_000) }).then(
      (response) => response.ok,
      () => false,
    );
    if (ok) return true;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return false;
}
