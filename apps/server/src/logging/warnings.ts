import type { ExporterLogger } from './exporter-logger';

/** Has warnings of Node.js itself (a deprecated call, too many listeners) logged, instead of printed to standard error. */
export function logWarnings(logger: ExporterLogger): void {
  process.removeAllListeners('warning');
  process.on('warning', ({ name, message, stack }) => logger.warn('Node.js warning', { name, text: message, stack }));
}
