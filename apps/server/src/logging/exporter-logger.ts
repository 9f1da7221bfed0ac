import type { LoggerService } from '@nestjs/common';
import { pino, type DestinationStream, type Logger } from 'pino';
import { textLine } from './line-layouts';

/** Loggers of Nest itself during start-up; a fault there ends the start with a message of our own. */
const FRAMEWORK = new Set([
  'NestFactory',
  'InstanceLoader',
  'RoutesResolver',
  'RouterExplorer',
  'NestApplication',
  'ExceptionHandler',
]);

/** The names of these levels in `LOGGING` and in the lines; pino calls the third one `warn`. */
export type LogLevel = 'debug' | 'info' | 'warning' | 'error';

export interface LoggerOptions {
  readonly level: LogLevel;
  readonly format: 'text' | 'json';
  readonly now?: () => Date;
  readonly write: (line: string) => void;
}

/**
 * Takes what the modules log — a constant message, perhaps an object of fields — and has pino write a line of it.
 * Nest hands over the name of the logger as the last argument.
 */
export class ExporterLogger implements LoggerService {
  private readonly pino: Logger;

  constructor({ level, format, now = () => new Date(), write }: LoggerOptions) {
    const stream: DestinationStream = { write: (line) => write(format === 'text' ? textLine(line) : line) };
    this.pino = pino(
      {
        level: level === 'warning' ? 'warn' : level,
        base: undefined,
        messageKey: 'message',
        timestamp: () => `,"time":"${now().toISOString()}"`,
        formatters: { level: (label) => ({ level: label === 'warn' ? 'warning' : label }) },
        redact: ['password', 'token', 'authorization'],
      },
      stream,
    );
  }

  log(message: unknown, ...rest: unknown[]): void {
    this.write('info', message, rest);
  }

  debug(message: unknown, ...rest: unknown[]): void {
    this.write('debug', message, rest);
  }

  verbose(message: unknown, ...rest: unknown[]): void {
    this.write('debug', message, rest);
  }

  warn(message: unknown, ...rest: unknown[]): void {
    this.write('warn', message, rest);
  }

  error(message: unknown, ...rest: unknown[]): void {
    this.write('error', message, rest);
  }

  fatal(message: unknown, ...rest: unknown[]): void {
    this.write('error', message, rest);
  }

  private write(wanted: 'debug' | 'info' | 'warn' | 'error', message: unknown, rest: readonly unknown[]): void {
    const level = FRAMEWORK.has(String(rest.at(-1))) ? 'debug' : wanted;
    const fields: Record<string, unknown> = Object.assign({}, ...rest.filter(isFields));
    // Nest passes a stack as a text of several lines, and the logger's name as one of a single line.
    const stack = message instanceof Error ? message.stack : rest.find((part) => String(part).includes('\n    at '));
    if (stack !== undefined) fields['stack'] = stack;
    this.pino[level](fields, message instanceof Error ? message.message : String(message));
  }
}

function isFields(part: unknown): part is Record<string, unknown> {
  return typeof part === 'object' && part !== null;
}
