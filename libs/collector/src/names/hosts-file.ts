import { readFileSync, statSync } from 'node:fs';
import type { LookupAddress } from 'node:dns';
import { isIP } from 'node:net';

const LOOPBACK: readonly LookupAddress[] = [
  { address: '127.0.0.1', family: 4 },
  { address: '::1', family: 6 },
];

const CHECKED_AFTER_MS = 1_000;

/** The names that this machine knows by itself: they need no name server, and no thread that one may keep. */
export class HostsFile {
  private version = '';
  private checkedAt = -Infinity;
  private names = new Map<string, LookupAddress[]>();

  constructor(private readonly path = HOSTS_PATH) {}

  /** Undefined for a name that is not there. */
  addressesOf(host: string): readonly LookupAddress[] | undefined {
    this.refresh();
    const name = host.replace(/\.$/, '');
    return this.names.get(name) ?? (name === 'localhost' || name.endsWith('.localhost') ? LOOPBACK : undefined);
  }

  private refresh(): void {
    const now = performance.now();
    if (now - this.checkedAt < CHECKED_AFTER_MS) return;
    this.checkedAt = now;
    try {
      const { mtimeMs, ino, size } = statSync(this.path);
      const version = `${mtimeMs} ${ino} ${size}`;
      if (version === this.version) return;
      this.names = namesIn(readFileSync(this.path, 'utf8'));
      this.version = version;
    } catch {
      // A machine without such a file: every name is a name server's.
      this.names = new Map();
      this.version = '';
    }
  }
}

const HOSTS_PATH = process.platform === 'win32' ? String.raw`C:\Windows\System32\drivers\etc\hosts` : '/etc/hosts';

function namesIn(text: string): Map<string, LookupAddress[]> {
  const names = new Map<string, LookupAddress[]>();
  for (const line of text.split('\n')) {
    const [address = '', ...aliases] = line.replace(/#.*/, '').trim().split(/\s+/);
    const family = isIP(address);
    if (family === 0) continue;
    for (const alias of aliases.map((each) => each.toLowerCase())) {
      names.set(alias, [...(names.get(alias) ?? []), { address, family }]);
    }
  }
  return names;
}
