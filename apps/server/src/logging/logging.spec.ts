import { ExporterLogger, type LogLevel } from './exporter-logger';

const AT = new Date('2026-02-03T20:00:00.123Z');

function logged(level: LogLevel, format: 'text' | 'json' = 'text'): { logger: ExporterLogger; lines: string[] } {
  const lines: string[] = [];
  return { lines, logger: new ExporterLogger({ level, format, now: () => AT, write: (line) => lines.push(line) }) };
}

describe('the log', () => {
  it('has the layout that log readers of the earlier exporter know', () => {
    const { logger, lines } = logged('info');
    logger.log('session connected', { connection: 'MCR 1', attempts: 2 }, 'Session');
    logger.warn('database locked', 'Database');
    expect(lines).toEqual([
      '2026-02-03 20:00:00.123 INFO     session connected connection="MCR 1" attempts=2\n',
      '2026-02-03 20:00:00.123 WARNING  database locked\n',
    ]);
  });

  it('is one JSON object a line on request', () => {
    const { logger, lines } = logged('info', 'json');
    logger.error('database unusable', { path: '/x' }, 'Database');
    expect(JSON.parse(lines[0])).toEqual({
      time: AT.toISOString(),
      level: 'error',
      message: 'database unusable',
      path: '/x',
    });
  });

  it('leaves out what is below the chosen level', () => {
    const { logger, lines } = logged('warning');
    logger.log('session connected', 'Session');
    logger.warn('session slow', 'Session');
    logger.error('session failed', 'Session');
    expect(lines).toHaveLength(2);
  });

  it('keeps the framework’s own words for debugging', () => {
    const { logger, lines } = logged('info');
    logger.log('AppModule dependencies initialized', 'InstanceLoader');
    expect(lines).toEqual([]);
  });

  it('never makes two lines of a name with a line break', () => {
    const { logger, lines } = logged('info');
    logger.log('session connected', { connection: 'a\nERROR forged' }, 'Session');
    expect(lines).toEqual(['2026-02-03 20:00:00.123 INFO     session connected connection="a\\nERROR forged"\n']);
  });

  it('never shows a password or a token', () => {
    const { logger, lines } = logged('info');
    logger.log('careless', { password: 'hunter2', token: 'Bearer x' }, 'Session');
    expect(lines[0]).not.toMatch(/hunter2|Bearer/);
  });

  it('shows the stack of an error on its line', () => {
    const { logger, lines } = logged('info');
    logger.error(new Error('boom'), 'Session');
    expect(lines[0]).toMatch(/ERROR {4}boom stack="Error: boom\\n/);
  });
});
