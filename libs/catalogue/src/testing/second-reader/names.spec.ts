import { BothReaders } from './both-readers';
import { NO_DIFFERENCES } from './compare';
import { answers, channelConfig, processorConfig } from './devices/answers';
import type { Body } from './devices/audio-parts';
import { receiver, receivers } from './devices/streams';
import type { Answers } from './second-reader';

/** All rows of video, and the first and last ones of channels, processors and all of audio and ancillary data. */
const ROWS = [
  rows('Vid', [...Array.from({ length: 36 }, (_, index) => index + 1), 0, 37]),
  rows('Aud', [1, 16, 17, 64, 65, 128, 129, 256, 257, 384, 385, 512, 513, 528, 529, 576, 577]),
  rows('Anc', [1, 4, 5, 16, 17, 32, 33, 64, 65, 96, 97, 128, 129, 132, 133, 144, 145]),
];

function rows(essence: 'Vid' | 'Aud' | 'Anc', ids: readonly number[]): Body {
  const { type, object_ID } = receivers(essence);
  return { type, object_ID, [`${String(type)}Status`]: ids.map((idx) => receiver(essence, idx)) };
}

/** All processors with the same mode in sections 1 to 3; every channel has a name. */
function named(...modes: readonly string[]): Answers {
  const sections = modes.map((opMode, index) => ({ idx: index + 1, opMode, inputMode: 'IP' }));
  const config = { ...processorConfig('Sync', 'HD'), sections };
  const letters = ['A', 'B', 'C', 'D'];
  const ids = letters.flatMap((letter) => [1, 2, 3, 4, 5, 6, 7, 8, 9].map((channel) => `${letter}-HD-${channel}`));
  return answers({
    processors: Object.fromEntries(letters.map((letter) => [`processor${letter}`, config])),
    channels: Object.fromEntries(ids.map((id) => [id, channelConfig(`Name of ${id}`)])),
  });
}

describe('the names of all receivers, read a second time', () => {
  it.each<[string, Answers]>([
    ['in HD mode', named('HD', 'HD', 'HD')],
    ['in HD mode of two sections', named('HD', 'HD')],
    ['in UHD mode', named('UHD', 'UHD', 'UHD')],
    ['of a section in HD and one in UHD mode', named('HD', 'UHD', 'UHD')],
    ['of processors that say no sections', named()],
    ['of devices that tell no configurations', {}],
    [
      'of one processor whose configuration is known',
      answers({ processors: { processorB: processorConfig('Sync', 'HD') } }),
    ],
  ])('are those %s', (_, told) => {
    expect(new BothReaders().answers(told).says(...ROWS).differences).toEqual(NO_DIFFERENCES);
  });

  it('are gone with the session', () => {
    const both = new BothReaders().answers(named('HD', 'HD', 'HD')).loses();
    expect(both.says(...ROWS).differences).toEqual(NO_DIFFERENCES);
  });
});
