import { KEY } from '../table/labels';
import { at, rows } from '../table/place';

/** What is read besides the statuses of objects. The names can be no object type of a device. */
export const SOURCES = {
  session: '@session',
  alarms: '@alarms',
  processorConfig: '@config/processor',
  systemConfig: '@config/system',
  ptpConfig: '@config/ptp',
  console: '@console',
} as const;

/** The exporter's own facts about the session. */
export const SESSION = at(SOURCES.session, '');

/** REST `config/processorX`, one object for each processor. */
export const PROCESSOR_CONFIG = at(SOURCES.processorConfig, '', { labels: { processor: KEY } });

/** Its sections, each named `processorA/1`. */
export const SECTION_CONFIG = rows(SOURCES.processorConfig, 'sections', {
  key: 'name',
  labels: { processor: (name) => name.split('/')[0], section: (name) => name.split('/')[1] },
});

/** REST `config/ptp`. */
export const PTP_CONFIG = at(SOURCES.ptpConfig, '');

/** REST `config/system`. */
export const SYSTEM_CONFIG = at(SOURCES.systemConfig, '');

/** REST `console/status`. */
export const CONSOLE = at(SOURCES.console, '');
