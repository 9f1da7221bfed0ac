import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readExposition } from './testing/read-exposition';

const example = (file: string): string => readFileSync(join(__dirname, '../../../docs/examples', file), 'utf8');

describe('the example expositions of the documentation', () => {
  const text = readExposition(example('device.prom'), 'text');
  const openmetrics = readExposition(example('device.openmetrics'), 'openmetrics');

  it('satisfy a strict reader, and say the same series in both formats', () => {
    expect(openmetrics.flatMap(({ series }) => series)).toEqual(text.flatMap(({ series }) => series));
    expect(text.length).toBeGreaterThan(150);
  });

  it('explain and type every family', () => {
    for (const { help, type } of [...text, ...openmetrics])
      expect([help, type]).toEqual([expect.stringMatching(/.{5}/), expect.stringMatching(/^(gauge|counter|info)$/)]);
  });
});
