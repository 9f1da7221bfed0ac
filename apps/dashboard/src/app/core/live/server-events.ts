/** One server-sent event. */
export interface ServerEvent {
  readonly id: string | null;
  readonly event: string;
  readonly data: string;
}

/** Takes a stream of server-sent events apart, however it is cut into pieces. Comments are skipped. */
export class ServerEventParser {
  private rest = '';
  private event = '';
  private id: string | null = null;
  private lines: string[] = [];

  /** The events that are complete with this piece. */
  push(text: string): ServerEvent[] {
    const lines = (this.rest + text).split(/\r\n|\n|\r(?!$)/);
    this.rest = lines.pop() ?? '';
    const events: ServerEvent[] = [];
    for (const line of lines) {
      if (line === '') this.finish(events);
      else this.read(line);
    }
    return events;
  }

  private read(line: string): void {
    const [, field, value] = /^([^:]*):? ?(.*)$/s.exec(line) ?? [];
    if (field === 'data') this.lines.push(value);
    else if (field === 'event') this.event = value;
    else if (field === 'id') this.id = value;
  }

  private finish(events: ServerEvent[]): void {
    if (this.lines.length > 0) {
      events.push({ id: this.id, event: this.event || 'message', data: this.lines.join('\n') });
    }
    this.event = '';
    this.id = null;
    this.lines = [];
  }
}
