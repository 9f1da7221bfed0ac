import type { Group } from '@snp/catalogue';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ConfigurationError, readConfiguration } from './configuration';
import { variables } from './variables';

const GROUPS: readonly Group[] = ['legacy', 'session', 'ptp'];
const read = (environment: Record<string, string>, hasSystemDirectory = false) =>
  readConfiguration(environment, GROUPS, () => hasSystemDirectory);

function faultsOf(environment: Record<string, string>): readonly string[] {
  try {
    read(environment);
  } catch (error) {
    if (error instanceof ConfigurationError) return error.faults;
    throw error;
  }
  return [];
}

describe('the configuration', () => {
  it('has the defaults that users of the earlier exporter know', () => {
    expect(read({})).toMatchObject({
      logLevel: 'info',
      interval: 5,
      pollInterval: 10,
      uiPort: 8080,
      metricsPort: 8000,
      metricGroups: GROUPS,
    });
  });

  it('keeps the database where that directory exists, else below the working directory', () => {
    expect(read({}, true).databasePath).toBe('/etc/snp_exporter/connections.db');
    expect(read({}, false).databasePath).toBe('./data/connections.db');
    expect(read({ DB_PATH: '/srv/fleet.db' }, true).databasePath).toBe('/srv/fleet.db');
  });

  it.each([
    ['LOGGING', 'Warning', 'logLevel', 'warning'],
    ['INTERVAL', '2.5', 'interval', 2.5],
    ['UI_PORT', ' 9000 ', 'uiPort', 9000],
    ['METRIC_GROUPS', 'PTP, legacy', 'metricGroups', ['legacy', 'ptp']],
    ['ALLOW_INSECURE_DEVICES', 'TRUE', 'allowInsecureDevices', true],
    ['LEGACY_TLS', 'true', 'allowLegacyTls', true],
    ['LEGACY_TIME_LABELS', '0', 'legacyTimeLabels', false],
    ['TAG_LABELS', 'site, room', 'tagLabels', ['site', 'room']],
    ['POLL_INTERVAL', '', 'pollInterval', 10],
    [
      'ALLOWED_HOSTS',
      'SNP.example.org, *.plant.example,mcr:8080',
      'allowedHosts',
      ['snp.example.org', '*.plant.example', 'mcr'],
    ],
    ['EXTERNAL_URL', 'https://snp.example.org:8443/snp/', 'externalUrl', 'https://snp.example.org:8443/snp/'],
    ['EXTERNAL_URL', '', 'externalUrl', undefined],
    ['BASE_PATH', '/snp', 'basePath', '/snp'],
    ['BASE_PATH', '/control/snp-1/', 'basePath', '/control/snp-1'],
    ['BASE_PATH', '/', 'basePath', ''],
    [
      'TRUST_PROXY',
      '127.0.0.1, 10.0.0.0/8,fd00::/8 , loopback',
      'trustProxy',
      ['127.0.0.1', '10.0.0.0/8', 'fd00::/8', 'loopback'],
    ],
  ])('reads %s=%s', (name, text, key, value) => {
    expect(read({ [name]: text })).toHaveProperty(key, value);
  });

  it.each([
    ['WARN', 'warning'],
    ['CRITICAL', 'error'],
    ['fatal', 'error'],
    ['NOTSET', 'debug'],
    ['0', 'debug'],
    ['20', 'info'],
    ['25', 'warning'],
    ['50', 'error'],
  ])('takes LOGGING=%s of the Python exporter', (word, level) => {
    expect(read({ LOGGING: word }).logLevel).toBe(level);
  });

  it.each([
    ['INTERVAL', '120', 'interval', 60],
    ['INTERVAL', '0', 'interval', 1],
    ['INTERVAL', '-5', 'interval', 1],
    ['POLL_INTERVAL', '7200', 'pollInterval', 3600],
    ['POLL_INTERVAL', '0', 'pollInterval', 1],
    ['POLL_INTERVAL', '86_400', 'pollInterval', 3600],
  ])('takes %s=%s of the Python exporter, as the nearest figure in range, and tells', (name, text, key, value) => {
    const configuration = read({ [name]: text });
    expect(configuration).toHaveProperty(key, value);
    expect(configuration.adjusted).toEqual([{ variable: name, value: text, used: value }]);
  });

  it('tells nothing of figures in range', () => {
    expect(read({ INTERVAL: '+5', POLL_INTERVAL: '1_0' })).toMatchObject({
      interval: 5,
      pollInterval: 10,
      adjusted: [],
    });
  });

  it.each([
    ['LOGGING', 'verbose', 'LOGGING must be one of debug, info, warning, error, not "verbose"'],
    ['LOGGING', '-10', 'LOGGING must be one of debug, info, warning, error, not "-10"'],
    ['INTERVAL', 'often', 'INTERVAL must be a number from 1 to 60, not "often"'],
    ['POLL_INTERVAL', 'Infinity', 'POLL_INTERVAL must be a number from 1 to 3600, not "Infinity"'],
    ['CONFIG_POLL_SECONDS', '0', 'CONFIG_POLL_SECONDS must be a whole number from 5 to 86400, not "0"'],
    ['UI_PORT', '80.5', 'UI_PORT must be a whole number from 1 to 65535, not "80.5"'],
    [
      'METRIC_GROUPS',
      'ptp,fans',
      'METRIC_GROUPS must be a comma-separated list of legacy, session, ptp, not "ptp,fans"',
    ],
    ...[
      '*',
      'https://snp.example.org',
      'snp example',
      'a.example, *b.example',
      '.example.org',
      'a.example;b.example',
      "'a.example'",
      '-',
      'a..b',
    ].map((text) => [
      'ALLOWED_HOSTS',
      text,
      `ALLOWED_HOSTS must be a comma-separated list of host names such as snp.example.org or *.example.org, not "${text}"`,
    ]),
    ...[
      'snp.example.org',
      'ftp://snp.example.org',
      'https://x/?a=1',
      'https://x/#',
      'https://x/?',
      'https:///x',
      'https://a.example,https://b.example',
      'https://snp\u200b.example/',
      'https://snp example/',
      'http://',
    ].map((text) => [
      'EXTERNAL_URL',
      text,
      `EXTERNAL_URL must be an http or https URL without user, query and fragment, such as https://snp.example.org/, not "${text}"`,
    ]),
    ...[
      'snp',
      '/snp//x',
      '/snp?x',
      '/a b',
      '/../etc',
      '/snp/.',
      '/api',
      '/api/snp',
      '/-/x',
      '/"><script>',
      '//evil.test',
    ].map((text) => [
      'BASE_PATH',
      text,
      `BASE_PATH must be a path that begins with /, such as /snp, of letters, digits, "-", "_", "." and "~", not below /api or /-, not "${text}"`,
    ]),
    ...[
      'true',
      '1',
      '*',
      '10.0.0.0/33',
      '10.0.0.0/8x',
      '0.0.0.0/0',
      'proxy.example',
      '10.0.0',
      '10.0.0.0/255.0.0.0',
    ].map((text) => [
      'TRUST_PROXY',
      text,
      `TRUST_PROXY must be a comma-separated list of addresses such as 127.0.0.1, networks such as 10.0.0.0/8 (not /0), loopback, linklocal or uniquelocal, not "${text}"`,
    ]),
    ...['~/c.db', '~', '"/srv/c.db"', 'file:/srv/c.db?mode=ro', 'sqlite:///srv/c.db'].map((text) => [
      'DB_PATH',
      text,
      `DB_PATH must be the path of a file, without ~, quotes or a scheme such as file:, not "${text}"`,
    ]),
    ['ALLOW_INSECURE_DEVICES', 'maybe', 'ALLOW_INSECURE_DEVICES must be true or false, not "maybe"'],
  ])('refuses %s=%s and says what is wanted', (name, text, fault) => {
    expect(faultsOf({ [name]: text })).toEqual([fault]);
  });

  it.each([
    ['EXTERNAL_URL', 'https://admin:se:cr@et@snp.example.org/', 'https://…@snp.example.org/'],
    ['EXTERNAL_URL', 'https://admin@snp.example.org/', 'https://…@snp.example.org/'],
    ['EXTERNAL_URL', 'admin:secret@snp.example.org', '…@snp.example.org'],
    ['ALLOWED_HOSTS', 'a.example, http://admin:secret@b.example', 'a.example, http://…@b.example'],
    ['DB_PATH', 'postgres://admin:secret@db/snp', 'postgres://…@db/snp'],
  ])('shows no password in %s=%s', (name, text, shown) => {
    expect(faultsOf({ [name]: text })).toEqual([expect.stringMatching(new RegExp(`, not "${shown}"$`))]);
  });

  it.each(['/srv/a b/c?d#e%20f.db', 'C:\\snp\\c.db', './~/c.db', 'a~b/c.db'])('takes the path %s', (path) => {
    expect(read({ DB_PATH: path }).databasePath).toBe(path);
  });

  it('lists every fault at once', () => {
    expect(faultsOf({ INTERVAL: 'x', RECEIVERS: 'some', UI_PORT: '8000' })).toHaveLength(3);
  });

  it('is described in the README, each variable in the same words', () => {
    const readme = readFileSync(join(__dirname, '../../../../README.md'), 'utf8');
    const described = [...readme.matchAll(/^\| `([A-Z_]+)` *\|.*\| (.*?) *\|$/gm)].map(([, name, help]) => [
      name,
      help,
    ]);
    expect(described).toEqual(Object.values(variables(GROUPS)).map(({ name, help }) => [name, help]));
  });
});
