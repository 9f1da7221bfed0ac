import { randomBytes } from 'node:crypto';

const MAX_TOKENS = 1000;

/** The tokens that a device has handed out and still accepts. */
export class Tokens {
  private readonly valid = new Set<string>();

  issue(user: string, now: number): string {
    const token = `Bearer ${part({ alg: 'HS256', typ: 'JWT' })}.${part({ sub: user, iat: Math.floor(now / 1000) })}.${randomBytes(32).toString('base64url')}`;
    this.valid.add(token);
    if (this.valid.size > MAX_TOKENS) this.forget();
    return token;
  }

  accepts(token: string | undefined): boolean {
    return token !== undefined && this.valid.has(token);
  }

  revokeAll(): void {
    this.valid.clear();
  }

  private forget(): void {
    for (const oldest of this.valid) {
      this.valid.delete(oldest);
      return;
    }
  }
}

function part(claims: object): string {
  return Buffer.from(JSON.stringify(claims)).toString('base64url');
}
