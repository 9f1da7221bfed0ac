import { Inject, Injectable } from '@nestjs/common';
import { ContextIdFactory, ModuleRef } from '@nestjs/core';
import type { Connection } from '@snp/connections';
import { SnpSession } from './session';

/** Has Nest make the session of a connection, as it makes the handlers of a request: the connection is the request. */
@Injectable()
export class SnpSessionFactory {
  constructor(@Inject(ModuleRef) private readonly moduleRef: ModuleRef) {}

  create(connection: Connection): Promise<SnpSession> {
    const context = ContextIdFactory.create();
    this.moduleRef.registerRequestByContextId(connection, context);
    return this.moduleRef.create(SnpSession, context);
  }
}
