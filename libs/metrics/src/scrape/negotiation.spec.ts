import { acceptsGzip, formatOf, patienceOf } from './negotiation';

const OM = 'application/openmetrics-text';

describe('formatOf', () => {
  it.each([
    ['nothing', undefined, 'text'],
    ['an empty header', '', 'text'],
    ['anything', '*/*', 'text'],
    ['any text', 'text/*', 'text'],
    ['a browser', 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8', 'text'],
    ['JSON only', 'application/json', 'text'],
    ['OpenMetrics', OM, 'openmetrics'],
    ['OpenMetrics in another case', 'Application/OpenMetrics-Text', 'openmetrics'],
    ['OpenMetrics less than anything', `${OM};q=0.1,*/*;q=0.9`, 'text'],
    ['OpenMetrics less than text', `${OM};version=1.0.0;q=0.3,text/plain;version=0.0.4;q=0.4`, 'text'],
    ['anything but text', 'text/plain;q=0,*/*', 'openmetrics'],
    ['no OpenMetrics', `${OM};q=0,text/plain`, 'text'],
    [
      'Prometheus 2',
      `${OM};version=1.0.0,${OM};version=0.0.1;q=0.75,text/plain;version=0.0.4;q=0.5,*/*;q=0.1`,
      'openmetrics',
    ],
    [
      'Prometheus 3',
      `${OM};version=1.0.0;escaping=allow-utf-8;q=0.6,${OM};version=0.0.1;q=0.5,text/plain;version=1.0.0;escaping=allow-utf-8;q=0.4,text/plain;version=0.0.4;q=0.3,*/*;q=0.2`,
      'openmetrics',
    ],
    [
      'Prometheus 3 with native histograms',
      `application/vnd.google.protobuf;proto=io.prometheus.client.MetricFamily;encoding=delimited;q=0.7,${OM};version=1.0.0;escaping="allow-utf-8, x";q=0.6,text/plain;q=0.5`,
      'openmetrics',
    ],
    ['OpenMetrics of a version to come', `${OM};version=2.0.0`, 'text'],
    [
      'OpenMetrics of a version to come, or of this one',
      `${OM};version="2.0.0",${OM};version="1.0.0";q=0.5`,
      'openmetrics',
    ],
    ['OpenMetrics of its first version', `${OM};version=0.0.1,text/plain;q=0.5`, 'openmetrics'],
    ['nonsense', ';;;,=,q=1', 'text'],
  ])('reads %s', (_, accept, format) => {
    expect(formatOf({ headers: { accept } })).toBe(format);
  });
});

describe('acceptsGzip', () => {
  it.each([
    [undefined, false],
    ['', false],
    ['identity', false],
    ['deflate, br', false],
    ['gzip', true],
    ['GZIP', true],
    ['gzip, deflate, br', true],
    ['*', true],
    ['gzip;q=0', false],
    ['gzip;q=0, *', false],
    ['gzip;q=0.2, identity;q=0.8', false],
    ['deflate, gzip;q=0.5', true],
  ])('reads %s as %s', (encodings, isAccepted) => {
    expect(acceptsGzip({ headers: { 'accept-encoding': encodings } })).toBe(isAccepted);
  });
});

describe('patienceOf', () => {
  it.each([
    [undefined, undefined],
    ['', undefined],
    ['soon', undefined],
    ['0', undefined],
    ['-1', undefined],
    ['NaN', undefined],
    ['1e99', undefined],
    ['0.05', 45],
    ['1', 900],
    ['1.000000', 900],
    ['10', 9_500],
    ['60', 59_500],
  ])('reads %s seconds as %s ms to make the answer', (seconds, patience) => {
    expect(patienceOf({ headers: { 'x-prometheus-scrape-timeout-seconds': seconds } })).toBe(patience);
  });
});
