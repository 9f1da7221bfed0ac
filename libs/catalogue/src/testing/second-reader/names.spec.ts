import { BothReaders } from './both-readers';
import { NO_DIFFERENCES } from './compare';
import { answers, channelConfig, processorConfig } from './devices/answers';
import type { Body } from './devices/audio-parts';
import { receivers } from './devices/streams';
import type { Answers } from './second-reader';

const ALL_ROWS = [receivers('Vid', ...rows(36)), receivers('Aud', ...rows(576)), receivers('Anc', ...rows(144))];

function rows(count: number): Body[] {
  return Array.from({ length: count }, () => ({}));
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
    expect(new BothReaders().answers(told).says(...ALL_ROWS).differences).toEqual(NO_DIFFERENCES);
  });

  it('are gone with the session', () => {
    const both = new BothReaders().answers(named('HD', 'HD', 'HD')).loses();
    expect(both.says(...ALL_ROWS).differences).toEqual(NO_DIFFERENCES);
  });
});
