import { generate } from 'selfsigned';

export interface Certificate {
  readonly key: string;
  readonly cert: string;
}

const YEARS_VALID = 10;
const MS_PER_YEAR = 365 * 86_400_000;

let made: Promise<Certificate> | undefined;

/** A self-signed certificate, made once for the process. Elliptic curve: a thousand handshakes cost little. */
export function certificate(): Promise<Certificate> {
  made ??= make();
  return made;
}

async function make(): Promise<Certificate> {
  const notBeforeDate = new Date(Date.now() - 86_400_000);
  const { private: key, cert } = await generate(
    [
      { name: 'commonName', value: 'snp.simulator.invalid' },
      { name: 'organizationName', value: 'Simulated SNP' },
    ],
    {
      keyType: 'ec',
      curve: 'P-256',
      algorithm: 'sha256',
      notBeforeDate,
      notAfterDate: new Date(notBeforeDate.getTime() + YEARS_VALID * MS_PER_YEAR),
    },
  );
  return { key, cert };
}
