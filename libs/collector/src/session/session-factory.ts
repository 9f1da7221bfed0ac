import type { Connection } from '@snp/connections';
import type { SnpSession } from './session';

/** Makes the session of a connection. */
export type SnpSessionFactory = (connection: Connection) => SnpSession;

export const SNP_SESSION_FACTORY = Symbol('SNP_SESSION_FACTORY');
