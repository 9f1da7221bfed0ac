import { ProblemError } from '@snp/http';

/** A refusal that says when to try again. */
export function retryLater(status: number, code: string, title: string, detail: string, waitMs: number): ProblemError {
  return new ProblemError(status, code, title, detail, undefined, Math.max(1, Math.ceil(waitMs / 1000)));
}
