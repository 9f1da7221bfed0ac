/** A scrape that cannot be answered; the message is for the person who reads Prometheus' target page. */
export class ScrapeError extends Error {
  /** @param status HTTP status: 400 for what nobody could answer, 404 for an unknown target, 503 for what may be answered later */
  constructor(
    readonly status: 400 | 404 | 503,
    message: string,
  ) {
    super(message);
  }
}

const MAX_QUOTED = 200;

/** Something that a scraper sent, in a message for people. */
export function quoted(text: string): string {
  return JSON.stringify(text.length > MAX_QUOTED ? `${text.slice(0, MAX_QUOTED)}…` : text);
}
