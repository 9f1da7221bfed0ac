/** A scrape that cannot be answered; the message is for the person who reads Prometheus' target page. */
export class ScrapeError extends Error {
  /** @param status HTTP status: 400 for what nobody could answer, 404 for an unknown target, 503 for a late answer */
  constructor(
    readonly status: 400 | 404 | 503,
    message: string,
  ) {
    super(message);
  }
}
