import { Inject, Injectable } from '@nestjs/common';
import { type FieldProblem, invalid } from '@snp/http';
import type { Connection } from './connection';
import { CONNECTIONS_OPTIONS, type ConnectionsOptions } from './connections-options';
import { hiddenCharacters } from './fields/cleaned';
import type { Changes, Draft } from './fields/connection-fields';
import { insecureMessage, LEGACY_TLS_MESSAGE } from './records/stored-connection';
import { REST_SCHEMES, WEBSOCKET_SCHEMES, isPlain, isSameEndpoint } from './validation/device-url';

const ADDRESSES = [
  ['restapi', REST_SCHEMES],
  ['websocket', WEBSOCKET_SCHEMES],
] as const;

/** What new connections and changes have to observe beyond the form of each field. */
@Injectable()
export class ConnectionRules {
  constructor(@Inject(CONNECTIONS_OPTIONS) private readonly options: ConnectionsOptions) {}

  ofNew(draft: Draft): FieldProblem[] {
    return [...hiddenCharacters(draft), ...this.insecureAddresses(draft), ...this.legacyTls(draft)];
  }

  ofChange(stored: Connection, changes: Changes): FieldProblem[] {
    return [
      ...hiddenCharacters(changes, stored),
      ...this.insecureAddresses(changes, stored),
      ...this.legacyTls(changes, stored),
      ...movedPassword(stored, changes),
      ...enabledWithoutPassword(stored, changes),
    ];
  }

  /** An address that is stored already may stay. */
  private *insecureAddresses(changes: Changes, stored?: Connection): Generator<FieldProblem> {
    if (this.options.allowInsecureDevices) return;
    for (const [field, schemes] of ADDRESSES) {
      const url = changes[field];
      if (url === undefined || url === stored?.[field] || !isPlain(url, schemes)) continue;
      yield { pointer: `/${field}`, message: insecureMessage(schemes) };
    }
  }

  /** Where it is stored already it may stay. */
  private *legacyTls(changes: Changes, stored?: Connection): Generator<FieldProblem> {
    if (this.options.allowLegacyTls || changes.legacyTls !== true || stored?.legacyTls) return;
    yield { pointer: '/legacy_tls', message: LEGACY_TLS_MESSAGE };
  }
}

/** A stored password, and the token that it gets, go to no other address than the one that it was given for. */
function* movedPassword(stored: Connection, changes: Changes): Generator<FieldProblem> {
  if (changes.password !== undefined || stored.password === '') return;
  for (const [field] of ADDRESSES) {
    const url = changes[field];
    if (url === undefined || isSameEndpoint(url, stored[field])) continue;
    yield {
      pointer: '/password',
      message: `is required, because ${field} now points to a different host, port, scheme or path`,
    };
    return;
  }
}

function* enabledWithoutPassword(stored: Connection, changes: Changes): Generator<FieldProblem> {
  const password = changes.password ?? stored.password;
  if (password !== '' || stored.enabled || changes.enabled !== true) return;
  yield { pointer: '/password', message: 'is required to enable the connection' };
}

/** @throws ProblemError 422 */
export function refuse(problems: readonly FieldProblem[]): void {
  if (problems.length > 0) throw invalid(problems);
}
