import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { HostsFile } from './hosts-file';

const folder = mkdtempSync(join(tmpdir(), 'snp-hosts-'));
const path = join(folder, 'hosts');

afterAll(() => rmSync(folder, { recursive: true }));

it('knows the names of this machine', () => {
  writeFileSync(path, '# a comment\n10.0.0.7\tSNP-7 snp-7.example # another\nnonsense x\n\n::7 snp-7\r\n');
  const hosts = new HostsFile(path);
  expect(hosts.addressesOf('snp-7')).toEqual([
    { address: '10.0.0.7', family: 4 },
    { address: '::7', family: 6 },
  ]);
  expect(hosts.addressesOf('snp-7.example')).toEqual([{ address: '10.0.0.7', family: 4 }]);
  expect(hosts.addressesOf('snp-7.example.')).toEqual([{ address: '10.0.0.7', family: 4 }]);
  expect([hosts.addressesOf('x'), hosts.addressesOf('comment')]).toEqual([undefined, undefined]);
});

it('knows localhost without any file', () => {
  const hosts = new HostsFile(join(folder, 'none'));
  expect(hosts.addressesOf('localhost')?.[0]).toEqual({ address: '127.0.0.1', family: 4 });
  expect(hosts.addressesOf('snp-7')).toBeUndefined();
});
