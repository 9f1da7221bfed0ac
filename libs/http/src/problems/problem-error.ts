/** One field of a request that cannot be accepted. */
export interface FieldProblem {
  /** JSON pointer (RFC 6901) into the request body, or `/name` of a query parameter; empty for the whole of it. */
  readonly pointer: string;
  readonly message: string;
}

/** A refusal that the API answers as `application/problem+json` (RFC 9457). */
export class ProblemError extends Error {
  override readonly name = 'ProblemError';

  /**
   * @param status HTTP status code
   * @param code stable and short, for programs; part of the problem's `type`
   * @param title the same for every problem of this code
   * @param detail what happened this time, as shown to users; never a secret
   * @param retryAfterSeconds when to try again, sent as `Retry-After`
   */
  constructor(
    readonly status: number,
    readonly code: string,
    readonly title: string,
    detail: string,
    readonly errors?: readonly FieldProblem[],
    readonly retryAfterSeconds = status === 503 ? DEFAULT_RETRY_SECONDS : undefined,
  ) {
    super(detail);
  }

  /** The `type` member of the answer. */
  get type(): string {
    return `urn:snp-exporter:problem:${this.code}`;
  }
}

/** What is not available now may be back by then. */
const DEFAULT_RETRY_SECONDS = 5;
