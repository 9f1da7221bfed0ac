import { BothReaders } from './both-readers';
import { NO_DIFFERENCES } from './compare';
import { audio, demultiplexer, type Body } from './devices/audio-parts';
import { ancillary, changeover, jpegXsDecoder } from './devices/channel-parts';
import { hdChannel, hdGateway, uhdChannel, uhdGateway } from './devices/channels';
import { license, system } from './devices/hardware';
import { hdDevice } from './devices/kinds';
import { ipWan } from './devices/network';
import { procAudio, videoIn } from './devices/processing';
import { MAC, NO_SOURCE, receivers, senders, UNREACHABLE, videoSenders } from './devices/streams';

const NO_PACKETS = { AncDataProcessing: ancillary() };
const NO_AUDIO = { AudioProcessing: audio([]) };
const OFF = { ACO: changeover({ PGMStatus: 'OFF' }) };
const NO_SIGNAL = { VidPresent: false, VidStandard: 'Unknown' };
const SD = { VidStandard: '625i/50', EdhPresent: true };
const NONE = [UNREACHABLE, UNREACHABLE, 'Disabled'] as const;

/** What an object says, one after the other. */
const SEQUENCES: readonly (readonly [string, readonly Body[]])[] = [
  [
    'audio groups that come, go and come again',
    [hdChannel('A-HD-1', NO_AUDIO), hdChannel('A-HD-1'), hdChannel('A-HD-1', NO_AUDIO)],
  ],
  [
    'audio groups of one link of four',
    [
      uhdChannel('A-UHD-1', { AudioUHD3: audio([2]), AudioUHD4: audio([]) }),
      uhdChannel('A-UHD-1', { AudioUHD3: audio([]), AudioUHD4: audio([2]) }),
      uhdChannel('A-UHD-1', { AudioUHD3: {}, AudioUHD4: audio([]) }),
    ],
  ],
  [
    'audio errors of groups that are absent',
    [
      hdChannel('A-HD-1', { AudioProcessing: audio([], { AudDmxGrp4CrcError: true, MuxGrp2AppendErr: true }) }),
      hdChannel('A-HD-1', { AudioProcessing: audio([]) }),
      hdChannel('A-HD-1', { AudioProcessing: audio([4]) }),
    ],
  ],
  [
    'ancillary packets that come and go',
    [hdChannel('A-HD-1', NO_PACKETS), hdChannel('A-HD-1'), hdChannel('A-HD-1', NO_PACKETS)],
  ],
  [
    'packets and groups of each direction of a gateway',
    [
      hdChannel('A-HD-1', { ...hdGateway(), ...NO_PACKETS, ...NO_AUDIO }),
      hdChannel('A-HD-1', { ...hdGateway({ AncDataProcessingGwSdi: ancillary() }), ...NO_PACKETS }),
      hdChannel('A-HD-1', hdGateway({ AudioProcessingGwSdi: demultiplexer([4]) })),
      uhdChannel('A-UHD-1', uhdGateway()),
      uhdChannel('A-UHD-1', uhdGateway({ AudioUHD1GwSdi: demultiplexer([]), AudioUHD2GwSdi: demultiplexer([3]) })),
    ],
  ],
  [
    'a changeover that is put to use and taken out of use',
    [hdChannel('A-HD-1', OFF), hdChannel('A-HD-1'), hdChannel('A-HD-1', OFF)],
  ],
  [
    'a changeover of a UHD channel',
    [uhdChannel('A-UHD-1'), uhdChannel('A-UHD-1', { ACO: changeover() }), uhdChannel('A-UHD-1')],
  ],
  ['a channel that is no longer active', [hdChannel('A-HD-1'), hdChannel('A-HD-1', { active: false })]],
  [
    'a JPEG XS stream that ends',
    [
      hdChannel('A-HD-1', {
        JpegXsDecoder: jpegXsDecoder({
          TR07DemuxStatus: 'PAT PMT JXS ',
          VideoStandard: '1080i/50',
          Bitrate: 150,
          TSBitRate: 160,
        }),
      }),
      hdChannel('A-HD-1'),
    ],
  ],
  ['an input that loses its signal', [videoIn('BNC-1', NO_SIGNAL), videoIn('BNC-1'), videoIn('BNC-1', NO_SIGNAL)]],
  ['an input that loses its SD signal', [videoIn('BNC-1'), videoIn('BNC-1', SD), videoIn('BNC-1', NO_SIGNAL)]],
  [
    'licences that lose their tokens and complaints that are settled',
    [
      system({ License_Info: [license('KEY-A', 4, 4), license('KEY-B', 0, 0), license('KEY-C', 0, 0, 'Too few')] }),
      system({ License_Info: [license('KEY-A', 0, 0), license('KEY-B', 2, 1), license('KEY-C', 0, 0)] }),
      system({ License_Info: [license('KEY-B', 0, 0)] }),
    ],
  ],
  [
    'video senders that lose one destination, and both',
    [
      videoSenders([MAC, MAC, 'OK'], NONE, [MAC, UNREACHABLE, 'Disabled']),
      videoSenders([MAC, UNREACHABLE, 'OK'], [UNREACHABLE, MAC, 'Ok'], NONE),
      videoSenders(NONE, NONE, NONE),
    ],
  ],
  [
    'audio senders that lose their destination',
    [
      senders('ipAudTx', [MAC, MAC], [UNREACHABLE, UNREACHABLE]),
      senders('ipAudTx', [UNREACHABLE, UNREACHABLE], [UNREACHABLE, MAC]),
      senders('ipAudTx', [UNREACHABLE, UNREACHABLE]),
    ],
  ],
  [
    'receivers that are no longer configured',
    [receivers('Vid', {}, {}), receivers('Vid', NO_SOURCE, {}), receivers('Vid')],
  ],
  ['stages of audio that have no channels any more', [procAudio('A'), procAudio('A', { AudIpInPCMStatus: [] })]],
  [
    'a registration server that is lost, and then unknown',
    [
      ipWan(),
      ipWan({ registrationServerConnected: '' }),
      ipWan({ registrationServerConnected: '', registrationServer: '' }),
    ],
  ],
];

describe('the series of a device over time, read a second time', () => {
  it.each(SEQUENCES)('are those of %s', (_, statuses) => {
    const both = new BothReaders();
    for (const status of statuses) {
      expect(both.says(status).differences).toEqual(NO_DIFFERENCES);
    }
    for (const status of statuses) {
      expect(both.loses().says(status).differences).toEqual(NO_DIFFERENCES);
    }
  });

  it('are those of a device that restarts, and no more than its clock can tell', () => {
    const both = new BothReaders();
    const says = (upTime: string, later: number) => both.answers({ console: { data: { upTime } } }, later).differences;
    expect(says('up 2 weeks, 1 hour, 25 minutes', 0)).toEqual(NO_DIFFERENCES);
    expect(says('up 2 weeks, 1 hour, 26 minutes', 119)).toEqual(NO_DIFFERENCES);
    expect(says('up 2 weeks, 1 hour, 26 minutes', 179)).toEqual(NO_DIFFERENCES);
    expect(says('up 3 minutes', 900)).toEqual(NO_DIFFERENCES);
    expect(says('up 1 hour', 960)).toEqual(NO_DIFFERENCES);
  });

  it('are those of alarms that are raised, said again with another clock, and cleared', () => {
    const alarm = (id: number, time_stamp: unknown, more: Body = {}) => ({
      ...{ id, time_stamp, reason: `Reason ${id}`, location: 'System Power Supply', object_id: 'system' },
      ...more,
    });
    const both = new BothReaders();
    const raises = (later: number, ...alarms: object[]) => both.raises(alarms, later).differences;
    const good = alarm(55, '2026-02-03T15:26:48Z');
    const ahead = alarm(56, '2031-01-01T00:00:00Z', { location: 'N/A' });
    const old = alarm(57, '1970-01-01T00:00:10Z');
    expect(raises(0, good, ahead)).toEqual(NO_DIFFERENCES);
    expect(raises(60, good, ahead, old, alarm(58, 'soon'), alarm(59, undefined))).toEqual(NO_DIFFERENCES);
    expect(raises(120, alarm(55, '2026-02-03T15:20:00Z'), good, old)).toEqual(NO_DIFFERENCES);
    expect(raises(180)).toEqual(NO_DIFFERENCES);
  });

  it('are those of two elements, the further one with a label of its own', () => {
    const { statuses } = hdDevice();
    const both = new BothReaders().says(...statuses).saysOf('10.9.9.9', ...statuses);
    expect(both.differences).toEqual(NO_DIFFERENCES);
    const [, ...gone] = [senders('ipAncTx', [MAC, MAC]), senders('ipAncTx', [UNREACHABLE, UNREACHABLE])];
    expect(both.saysOf('10.9.9.9', ...gone).differences).toEqual(NO_DIFFERENCES);
    expect(both.loses().saysOf('10.9.9.9', ...gone).differences).toEqual(NO_DIFFERENCES);
  });
});
