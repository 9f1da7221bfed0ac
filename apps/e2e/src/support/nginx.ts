import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createConnection } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generate } from 'selfsigned';
import { eventually } from './eventually';
import { nginxPath } from './programs';

const TEMPORARY = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'];

/** Debian's nginx in a folder of its own, with the servers of the test. */
export class Nginx {
  private constructor(
    private readonly process: ChildProcess,
    private readonly folder: string,
  ) {}

  /**
   * @param servers the `server` blocks; `tls/` in the names of certificates and keys is replaced by a folder that has them
   * @param port one that is listened on when nginx is ready
   */
  static async start(servers: string, port: number): Promise<Nginx> {
    if (!nginxPath) throw new Error('nginx is not installed');
    const folder = await mkdtemp(join(tmpdir(), 'snp-nginx-'));
    const { cert, private: key } = await generate([{ name: 'commonName', value: 'snp.example.org' }]);
    await writeFile(join(folder, 'snp.example.org.crt'), cert);
    await writeFile(join(folder, 'snp.example.org.key'), key);
    const file = join(folder, 'nginx.conf');
    await writeFile(file, configuration(servers.replaceAll('/etc/nginx/tls', folder)));
    const child = spawn(nginxPath, ['-p', folder, '-c', file, '-e', 'stderr'], { stdio: ['ignore', 'ignore', 'pipe'] });
    let output = '';
    child.stderr.on('data', (piece: Buffer) => (output += piece.toString()));
    const isListening = async () => {
      if (child.exitCode !== null) throw new Error(`nginx ended:\n${output}`);
      return isOpen(port);
    };
    await eventually(isListening, () => `nginx to listen:\n${output}`);
    return new Nginx(child, folder);
  }

  async stop(): Promise<void> {
    const gone = once(this.process, 'exit');
    this.process.kill('SIGTERM');
    await gone;
    await rm(this.folder, { recursive: true, force: true });
  }
}

/** One process in the foreground, which needs no rights and writes nowhere else. */
function configuration(servers: string): string {
  return `daemon off;
master_process off;
pid nginx.pid;
error_log stderr warn;
events {}
http {
  access_log off;
  ${TEMPORARY.map((each) => `${each}_temp_path ${each};`).join('\n  ')}
${servers}
}
`;
}

function isOpen(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = createConnection({ port, host: '127.0.0.1' });
    socket.once('connect', () => resolve(true)).once('error', () => resolve(false));
    socket.once('connect', () => socket.destroy());
  });
}
