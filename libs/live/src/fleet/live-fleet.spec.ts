import { SteppedFleet } from '../testing/stepped-fleet';
import { ptpBody } from '../testing/statuses';

/** Devices 2 and 3 follow another grandmaster than device 1, which is at a site. */
async function fleetWith(site: string | undefined, ptp = ptpBody()): Promise<string[]> {
  const stepped = await new SteppedFleet().start();
  const { fleet, connection } = stepped;
  connection.tags = site === undefined ? {} : { site };
  for (const id of [2, 3]) {
    const body = ptpBody({ ptpMasterUUID: '00-00-00-FF-FE-00-00-01' });
    fleet.device(id).readings.read({ type: 'ptp', objectId: 'ptp', body }, 0);
    fleet.judge(fleet.device(id));
  }
  stepped.goes('connected', 'connected');
  stepped.sends('ptp', ptp);
  return fleet.device(1).health.findings.map(({ rule }) => rule);
}

describe('a device with another grandmaster than most', () => {
  it('is told of among the devices without a site', async () => {
    expect(await fleetWith(undefined)).toContain('grandmaster');
  });

  it.each([
    ['that is at another site', 'paris', ptpBody()],
    ['that runs free', undefined, ptpBody({ ptpCtlrState: 'Unlocked-Free Run' })],
    ['that names none', undefined, ptpBody({ ptpMasterUUID: '' })],
    ['that names zeros', undefined, ptpBody({ ptpMasterUUID: '00-00-00-00-00-00-00-00' })],
  ])('is not one %s', async (_what, site, ptp) => {
    expect(await fleetWith(site, ptp)).not.toContain('grandmaster');
  });
});
