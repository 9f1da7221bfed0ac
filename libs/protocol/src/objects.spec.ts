import { isKnownObjectType, OBJECT_TYPES } from './objects';

const instances = (type: string) => OBJECT_TYPES.find((known) => known.type === type)?.instances;

describe('the known object types', () => {
  it('are the 21 of a device in HD mode and the UHD channels', () => {
    const types = OBJECT_TYPES.map(({ type }) => type);
    expect(new Set(types).size).toBe(22);
    expect(types).toEqual(expect.arrayContaining(['system', 'ptp', 'ipAudRx', 'procChannelUHD', 'SQM', 'procMisc']));
  });

  it('know which object ids a device has', () => {
    expect(instances('ptp')).toBe('one');
    expect(instances('procChannelHD')).toHaveLength(36);
    expect(instances('procChannelHD')?.at(-1)).toBe('D-HD-9');
    expect(instances('videoIn')).toHaveLength(40);
    expect(instances('videoIn')).toEqual(expect.arrayContaining(['BNC-1', 'BNC-32', 'SFP-A-1', 'SFP-D-2']));
    expect(instances('procAudio')).toEqual(['A-procAudio', 'B-procAudio', 'C-procAudio', 'D-procAudio']);
  });

  it('say which carry nothing worth a series', () => {
    const shownOnly = OBJECT_TYPES.filter(({ exported }) => !exported).map(({ type }) => type);
    expect(shownOnly).toEqual(['PanelControlService', 'GPI', 'SQM', 'procMisc']);
  });

  it.each([
    ['ptp', true],
    ['PTP', false],
    ['__proto__', false],
    ['constructor', false],
  ])('%j: known is %j', (type, expected) => expect(isKnownObjectType(type)).toBe(expected));
});
