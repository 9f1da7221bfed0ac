import type { ProcessorConfig } from '../config';
import { ChannelNames } from './channel-names';

const HD: ProcessorConfig = {
  personality: 'Sync',
  sections: [1, 2, 3].map((idx) => ({ idx, operationMode: 'HD' })),
};
const UHD: ProcessorConfig = { ...HD, sections: [1, 2, 3].map((idx) => ({ idx, operationMode: 'UHD' })) };

const named = (config: ProcessorConfig = HD): ChannelNames => {
  const names = new ChannelNames();
  names.setProcessor('processorA', config);
  names.setChannel('A-HD-6', { programName: 'CAM 3', gatewayProgramName: 'CAM 3 OUT' });
  return names;
};

describe('the rows of a device', () => {
  it('are called by their channel and its program', () => {
    const names = named();
    const rows = [['video', 6] as const, ['audio', 96] as const, ['ancillary', 21] as const];
    for (const [essence, row] of rows)
      expect(names.ofReceiver(essence, row)).toEqual({ channel: 'A-HD-6', programName: 'CAM 3' });
    expect(names.ofReceiver('video', 7)).toEqual({ channel: 'A-HD-7', programName: undefined });
    expect(names.ofSender('audio', 81)).toEqual({ channel: 'A-HD-6', programName: 'CAM 3' });
  });

  it('are called nothing in UHD mode, where the mode is not known, and as proxies', () => {
    expect(named(UHD).ofReceiver('video', 6)).toEqual({});
    expect(named(UHD).ofSender('video', 6)).toEqual({});
    expect(named().ofReceiver('video', 9)).toEqual({});
    expect(named().ofSender('video_proxy', 6)).toEqual({});
  });

  it('are of an active HD channel where no configuration is known, and only of that very one', () => {
    const names = new ChannelNames();
    names.setActive('B-HD-2', true);
    expect([names.ofReceiver('video', 10).channel, names.ofReceiver('video', 11).channel]).toEqual([
      'B-HD-2',
      undefined,
    ]);
    names.setActive('B-HD-2', false);
    expect(names.ofReceiver('video', 10)).toEqual({});
  });

  it('are of no channel that is active where its section is said to be in UHD mode', () => {
    const names = named(UHD);
    names.setActive('A-HD-6', true);
    expect(names.ofReceiver('video', 6)).toEqual({});
  });

  it('send another program than they receive on a Dual Gateway, and none while the personality is not known', () => {
    expect(named({ ...HD, personality: 'Dual Gateway ' }).ofSender('video', 6).programName).toBe('CAM 3 OUT');
    expect(named({ ...HD, personality: 'Dual Gateway' }).ofReceiver('video', 6).programName).toBe('CAM 3');
    expect(named({ sections: HD.sections }).ofSender('video', 6)).toEqual({ channel: 'A-HD-6' });
  });

  it('have another version when one of them may be called something else, and only then', () => {
    const names = named();
    const changes = (act: () => void): boolean => {
      const before = names.version;
      act();
      return names.version !== before;
    };
    expect(changes(() => names.setProcessor('processorA', { ...HD, audioPacketTime: 4 }))).toBe(false);
    expect(changes(() => names.setProcessor('processorA', {}))).toBe(false);
    expect(changes(() => names.setChannel('A-HD-6', { programName: 'CAM 3', gatewayProgramName: 'CAM 3 OUT' }))).toBe(
      false,
    );
    expect(changes(() => names.setActive('A-HD-6', false))).toBe(false);
    expect(changes(() => names.setProcessor('processorA', UHD))).toBe(true);
    expect(changes(() => names.setChannel('A-HD-6', { programName: 'CAM 4' }))).toBe(true);
    expect(changes(() => names.setChannel('A-HD-6', undefined))).toBe(true);
    expect(changes(() => names.setActive('A-HD-6', true))).toBe(true);
    expect(changes(() => names.clear())).toBe(true);
    expect(names.ofReceiver('video', 6)).toEqual({});
  });

  it('tell a change of personality or sections from what is read for the first time', () => {
    const names = new ChannelNames();
    expect(names.setProcessor('processorA', HD)).toBe(false);
    expect(names.setProcessor('processorA', { ...HD })).toBe(false);
    expect(names.setProcessor('processorA', { ...HD, personality: 'Dual Gateway' })).toBe(true);
    expect(names.setProcessor('processorA', UHD)).toBe(true);
  });
});
