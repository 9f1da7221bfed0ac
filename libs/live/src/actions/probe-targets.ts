import { Injectable } from '@nestjs/common';
import type { ProbeTarget } from '@snp/collector';
import { isSameEndpoint, trimmed, withoutDuplicates, type Connection } from '@snp/connections';
import { type FieldProblem, invalid } from '@snp/http';
import type { ProbeRequestDto } from '../dto/probe.dto';
import { ConnectionCache } from '../fleet/connection-cache';

const REQUIRED = ['restapi', 'websocket', 'username', 'password'] as const;

/** Finds out which device a request means, and with which credentials. */
@Injectable()
export class ProbeTargets {
  constructor(private readonly cache: ConnectionCache) {}

  /** @throws ProblemError 404, or 422 when something is missing that is not stored either */
  async resolve(request: ProbeRequestDto): Promise<ProbeTarget> {
    const stored = request.id === undefined ? undefined : await this.cache.find(request.id);
    const target = {
      name: given(request.name, stored?.name),
      restapi: given(request.restapi, stored?.restapi),
      websocket: given(request.websocket, stored?.websocket),
      username: given(request.username, stored?.username),
      password: request.password || '',
      legacyTls: request.legacy_tls ?? stored?.legacyTls ?? false,
      objects: (request.objects_ids && withoutDuplicates(request.objects_ids)) ?? stored?.objects ?? [],
    };
    const isAtHome = stored !== undefined && leadsHome(target, stored);
    if (target.password === '' && isAtHome) target.password = stored.password;
    const problems = REQUIRED.flatMap((field) => (target[field] === '' ? [missing(field, stored, isAtHome)] : []));
    if (problems.length > 0) throw invalid(problems);
    return target;
  }
}

/** The stored password is only sent to the address it was stored for. */
function leadsHome(target: Pick<ProbeTarget, 'restapi' | 'websocket'>, stored: Connection): boolean {
  return (['restapi', 'websocket'] as const).every((field) => isSameEndpoint(target[field], stored[field]));
}

/** What is sent back as it is stored stays as it is. */
function given(text: string | undefined, stored = ''): string {
  return text === stored ? stored : trimmed(text ?? '') || stored;
}

function missing(field: string, stored: Connection | undefined, isAtHome: boolean): FieldProblem {
  const isOthers = field === 'password' && stored !== undefined && !isAtHome;
  return {
    pointer: `/${field}`,
    message: isOthers ? 'is required: the stored password is only used with the stored address' : 'is required',
  };
}
