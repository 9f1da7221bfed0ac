import { startFleet, type Fleet } from './fleet/fleet';
import { selectObjects } from './object-selection';

describe('a selection of objects', () => {
  let fleet: Fleet;

  beforeAll(async () => {
    fleet = await startFleet({ updatesPerSecond: 0 });
  });

  afterAll(() => fleet.close());

  const lines = (selection: string): string[] =>
    selectObjects(fleet.devices[0], selection).map(({ elementIP, objectType, objectId }) =>
      [elementIP, objectType, objectId].filter(Boolean).join(' '),
    );

  it.each([
    ['ptp', ['127.0.0.1 ptp']],
    [
      'ptp, processor',
      ['127.0.0.1 ptp', ...['A', 'B', 'C', 'D'].map((name) => `127.0.0.1 processor processor${name}`)],
    ],
    ['videoIn/BNC-7', ['127.0.0.1 videoIn BNC-7']],
    ['typical', ['127.0.0.1 ptp', '127.0.0.1 system', '127.0.0.1 ipVidRx', '127.0.0.1 procChannelHD A-HD-1']],
  ])('of %s has these lines', (selection, expected) => expect(lines(selection)).toEqual(expected));

  it('of everything has every object', () => {
    expect(lines('all')).toHaveLength(fleet.devices[0].objects.length);
  });

  it('of what is not there fails', () => {
    expect(() => lines('ptp,roof')).toThrow('there is no object "roof"');
  });
});
