import type { Family, FamilyType } from '../family';
import { openMetricsMetadata } from './open-metrics';

function metadataOf(...families: [name: string, type: FamilyType, unit?: string][]): string[] {
  return openMetricsMetadata(
    families.map(([name, type, unit]): Family => ({ name, type, unit, help: '', labels: [], group: '' })),
  ).map(({ name, type, unit }) => [name, type, unit].filter((part) => part !== undefined).join(' '));
}

describe('the metadata of OpenMetrics', () => {
  it.each<[name: string, type: FamilyType, unit: string | undefined, metadata: string]>([
    ['packets_total', 'counter', undefined, 'packets counter'],
    ['received_bytes_total', 'counter', 'bytes', 'received_bytes counter bytes'],
    ['board_info', 'info', undefined, 'board info'],
    ['ptp_info_info', 'info', undefined, 'ptp_info info'],
    ['temperature_celsius', 'gauge', 'celsius', 'temperature_celsius gauge celsius'],
    ['rate_bytes_per_second', 'gauge', 'bytes_per_second', 'rate_bytes_per_second gauge bytes_per_second'],
    ['mainboard_temperature', 'gauge', 'celsius', 'mainboard_temperature gauge'],
    ['ptp_state', 'stateset', undefined, 'ptp_state gauge'],
    ['packets', 'counter', undefined, 'packets unknown'],
    ['board', 'info', undefined, 'board gauge'],
    ['_info', 'info', undefined, '_info gauge'],
  ])('calls %s, of type %s and unit %s: %s', (name, type, unit, metadata) => {
    expect(metadataOf([name, type, unit])).toEqual([metadata]);
  });

  it.each<[...families: [string, FamilyType][]]>([
    [
      ['packets', 'gauge'],
      ['packets_total', 'counter'],
    ],
    [
      ['packets_created', 'gauge'],
      ['packets_total', 'counter'],
    ],
    [
      ['board', 'stateset'],
      ['board_info', 'info'],
    ],
  ])('keeps a full name where the short one is another family’s: %s, %s', (first, second) => {
    const isCounter = second[1] === 'counter';
    expect(metadataOf(first, second)[1]).toBe(`${second[0]} ${isCounter ? 'unknown' : 'gauge'}`);
    expect(metadataOf(second, first)[0]).toBe(`${second[0]} ${isCounter ? 'unknown' : 'gauge'}`);
  });

  it('gives a short name to one family only', () => {
    expect(metadataOf(['link_total', 'counter'], ['link_info', 'info'])).toEqual(['link counter', 'link_info gauge']);
    expect(metadataOf(['link_info', 'info'], ['link_info_info', 'info'])).toEqual([
      'link info',
      'link_info_info gauge',
    ]);
  });
});
