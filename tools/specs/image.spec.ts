import { load } from 'js-yaml';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const read = (file: string) => readFileSync(join(__dirname, '../../docker', file), 'utf8');

it('the image is built on one Node 24, which is pinned by digest', () => {
  const bases = [...read('Dockerfile').matchAll(/^FROM (\S+)/gm)].map(([, base]) => base);
  expect(bases).toEqual([
    expect.stringMatching(/^node:24\.\d+\.\d+-bookworm-slim@sha256:[0-9a-f]{64}$/),
    'base',
    'base',
  ]);
});

it('the container of the compose file writes only to its volume and has no privilege that it does not need', () => {
  const { services } = load(read('compose.yml')) as { services: Record<string, Record<string, unknown>> };
  expect(services['snp_exporter']).toMatchObject({
    read_only: true,
    security_opt: ['no-new-privileges:true'],
    cap_drop: ['ALL'],
    cap_add: ['CHOWN', 'DAC_OVERRIDE', 'SETGID', 'SETUID'],
    mem_limit: expect.stringMatching(/^\d+[mg]$/),
  });
});

it('the compose file still fits in place of that of the Python exporter', () => {
  const { services } = load(read('compose.yml')) as { services: Record<string, Record<string, unknown>> };
  expect(services['snp_exporter']).toMatchObject({
    image: 'snp_exporter:latest',
    container_name: 'observe-snpexporter',
    hostname: 'observe-snpexporter',
    ports: ['8000:8000', '8080:8080'],
    volumes: ['./:/etc/snp_exporter/'],
  });
});
