import { ChannelNames, type Status } from '@snp/protocol';
import { ChannelsInUse } from './channels-in-use';

const channel = (objectId: string, active: unknown, type = 'procChannelHD'): Status => ({
  ...{ type, objectId, body: { active } },
});
const video = (...rows: readonly (readonly [idx: unknown, address: string])[]): Status => ({
  ...{ type: 'ipVidRx', objectId: 'ipVidRx' },
  body: { ipVidRxStatus: rows.map(([idx, VidRxSecIPsourceRO]) => ({ idx, VidRxSecIPsourceRO })) },
});
const audio = (...rows: readonly number[]): Status => ({
  ...{ type: 'ipAudRx', objectId: 'ipAudRx' },
  body: { ipAudRxStatus: rows.map((idx) => ({ idx, AudRxPriIPsourceRO: '239.0.0.1' })) },
});

function device(): { names: ChannelNames; inUse: ChannelsInUse } {
  const names = new ChannelNames();
  names.setProcessor('processorA', { sections: [1, 2].map((idx) => ({ idx, operationMode: 'HD' })) });
  return { names, inUse: new ChannelsInUse(names) };
}

describe('the channels in use', () => {
  it('are those that are active, of either mode', () => {
    const { inUse } = device();
    expect(inUse.note(channel('A-HD-1', true))).toBe(true);
    expect(inUse.note(channel('B-UHD-1', true, 'procChannelUHD'))).toBe(true);
    expect(inUse.note(channel('A-HD-2', 'true'))).toBe(false);
    expect(inUse.note(channel('A-HD-1', true))).toBe(false);
    expect(inUse.list()).toEqual(['A-HD-1', 'B-UHD-1']);
    expect(inUse.note(channel('A-HD-1', false))).toBe(true);
    expect(inUse.list()).toEqual(['B-UHD-1']);
  });

  it('are those of receivers with a source, where they are in HD mode', () => {
    const { names, inUse } = device();
    expect(inUse.note(video([1, '0.0.0.0'], ['2', '239.0.0.1'], [9, '239.0.0.1'], [40, '239.0.0.1']))).toBe(true);
    expect(inUse.note(audio(17, 18, 33))).toBe(true);
    expect(inUse.note(audio(18, 33, 48))).toBe(false);
    expect(inUse.list()).toEqual(['A-HD-2', 'A-HD-3']);
    names.setProcessor('processorB', { sections: [{ idx: 1, operationMode: 'HD' }] });
    expect(inUse.list()).toEqual(['A-HD-2', 'B-HD-1', 'A-HD-3']);
    expect(inUse.note(video([2, '0.0.0.0']))).toBe(true);
    expect(inUse.list()).toEqual(['A-HD-2', 'A-HD-3']);
  });

  it('are no longer those of objects that are gone', () => {
    const { inUse } = device();
    inUse.note(channel('A-HD-1', true));
    inUse.note(video([2, '239.0.0.1']));
    inUse.forget(['procChannelHD/A-HD-1', 'ipVidRx/ipVidRx', 'ptp/ptp', 'strange']);
    expect(inUse.list()).toEqual([]);
  });

  it('are the first element’s, have an id that a channel can have, and are not without end', () => {
    const { inUse } = device();
    expect(inUse.note({ ...channel('A-HD-1', true), element: '10.0.0.2' })).toBe(false);
    for (const id of ['../../auth', 'A-HD-0', 'channel', 'A-HD-1/x']) expect(inUse.note(channel(id, true))).toBe(false);
    expect(inUse.note({ type: 'ipVidRx', objectId: 'ipVidRx', body: { ipVidRxStatus: 'x' } })).toBe(false);
    expect(inUse.list()).toEqual([]);
    for (let at = 1; at < 100; at++) inUse.note(channel(`Z-HD-${at}`, true));
    expect(inUse.list()).toHaveLength(64);
  });
});
