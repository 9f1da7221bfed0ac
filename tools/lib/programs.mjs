import { spawn } from 'node:child_process';
import { once } from 'node:events';

const STOP_WITHIN_MS = 8_000;

/** Programs that run side by side until one of them ends or Ctrl-C is pressed; then all of them end. */
export class Programs {
  #children = new Map();
  #ending;

  constructor() {
    for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => void this.end(0));
  }

  /** Starts a program of this workspace; whatever it prints appears here. */
  start(name, file, args = [], env = {}) {
    const child = spawn(process.execPath, [file, ...args], {
      env: { ...process.env, ...env },
      stdio: ['ignore', 'inherit', 'inherit'],
    });
    this.#children.set(name, child);
    child.once('exit', (code) => {
      this.#children.delete(name);
      void this.end(code ?? 1);
    });
    return child;
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
