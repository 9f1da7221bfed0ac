import { channelId, channelOfReceiver, channelOfSender, isHdBySections, type SectionConfig } from './rows-and-channels';
import type { ReceiverEssence } from './receivers';
import type { SenderEssence } from './senders';

describe('the channel of a receiver', () => {
  it.each<[ReceiverEssence, number, string | undefined]>([
    ['video', 1, 'A-HD-1'],
    ['video', 6, 'A-HD-6'],
    ['video', 8, 'A-HD-8'],
    ['video', 9, 'B-HD-1'],
    ['video', 24, 'C-HD-8'],
    ['video', 32, 'D-HD-8'],
    ['video', 33, 'A-HD-9'],
    ['video', 36, 'D-HD-9'],
    ['video', 37, undefined],
    ['audio', 1, 'A-HD-1'],
    ['audio', 16, 'A-HD-1'],
    ['audio', 17, 'A-HD-2'],
    ['audio', 129, 'B-HD-1'],
    ['audio', 512, 'D-HD-8'],
    ['audio', 513, 'A-HD-9'],
    ['audio', 528, 'A-HD-9'],
    ['audio', 529, 'B-HD-9'],
    ['audio', 576, 'D-HD-9'],
    ['audio', 577, undefined],
    ['ancillary', 1, 'A-HD-1'],
    ['ancillary', 4, 'A-HD-1'],
    ['ancillary', 5, 'A-HD-2'],
    ['ancillary', 33, 'B-HD-1'],
    ['ancillary', 128, 'D-HD-8'],
    ['ancillary', 129, 'A-HD-9'],
    ['ancillary', 144, 'D-HD-9'],
    ['ancillary', 145, undefined],
    ['video', 0, undefined],
    ['video', -1, undefined],
    ['audio', 1.5, undefined],
    ['audio', NaN, undefined],
    ['audio', Infinity, undefined],
    ['audio', 2 ** 53, undefined],
  ])('%s %d is %s', (essence, row, channel) => expect(channelOfReceiver(essence, row)).toBe(channel));
});

describe('the channel of a sender', () => {
  it.each<[SenderEssence, number, string | undefined]>([
    ['video', 1, 'A-HD-1'],
    ['video', 32, 'D-HD-8'],
    ['video', 33, undefined],
    ['audio', 512, 'D-HD-8'],
    ['audio', 513, undefined],
    ['ancillary', 128, 'D-HD-8'],
    ['ancillary', 129, undefined],
    ['video_proxy', 1, undefined],
    ['video', 0, undefined],
  ])('%s %d is %s', (essence, row, channel) => expect(channelOfSender(essence, row)).toBe(channel));

  it('is that of the receiver with the same number, but for the ninth channels', () => {
    for (const [essence, rows] of [['video', 32] as const, ['audio', 512] as const, ['ancillary', 128] as const]) {
      for (let row = 1; row <= rows; row++) expect(channelOfSender(essence, row)).toBe(channelOfReceiver(essence, row));
    }
  });
});

it.each([
  ['A-HD-6', { processor: 'processorA', mode: 'HD', position: 6 }],
  ['D-UHD-3', { processor: 'processorD', mode: 'UHD', position: 3 }],
  ['A-HD-0', undefined],
  ['A-HD-100', undefined],
  ['a-HD-1', undefined],
  ['../A-HD-1', undefined],
  ['A-procAudio', undefined],
  ['', undefined],
])('the channel id %s says %j', (id, expected) => expect(channelId(id)).toEqual(expected));

describe('whether a channel is in HD mode by the sections of its processor', () => {
  const sections = (...modes: (string | undefined)[]): SectionConfig[] =>
    modes.map((operationMode, at) => ({ idx: at + 1, ...(operationMode === undefined ? {} : { operationMode }) }));

  it.each<[number, readonly SectionConfig[] | undefined, boolean | undefined]>([
    [1, sections('HD', 'UHD'), true],
    [4, sections('HD', 'UHD'), true],
    [5, sections('HD', 'UHD'), false],
    [8, sections('HD', 'UHD'), false],
    [8, sections('UHD', 'HD'), true],
    [9, sections('HD', 'HD'), true],
    [9, sections('HD', 'HD', 'HD'), true],
    [9, sections('HD', 'UHD'), false],
    [9, sections('HD', undefined), undefined],
    [9, sections(undefined, 'UHD'), false],
    [1, sections('hd'), true],
    [1, sections('4K'), false],
    [5, sections('HD'), undefined],
    [1, sections(undefined, 'HD'), undefined],
    [1, [], undefined],
    [9, [], undefined],
    [1, undefined, undefined],
  ])('channel %d with %j: %s', (position, of, isHd) => expect(isHdBySections(position, of)).toBe(isHd));
});
