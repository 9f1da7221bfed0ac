import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { BothReaders } from './both-readers';
import { NO_DIFFERENCES } from './compare';
import { firmware31Device, gatewayDevice, hdDevice, uhdDevice } from './devices/kinds';

const CAPTURE = join(__dirname, '../../../../../../shared/device/all-statuses.json');
/** The statuses of a real device lie beside the repository, never in it. */
const withCapture = existsSync(CAPTURE) ? it : it.skip;

describe('the series of a device, read a second time', () => {
  withCapture('are those of a real device, where its capture lies beside this repository', () => {
    const both = new BothReaders().says(...(JSON.parse(readFileSync(CAPTURE, 'utf8')) as object[]));
    expect(both.differences).toEqual(NO_DIFFERENCES);
    expect(both.expectedCount).toBeGreaterThan(1_500);
  });

  it.each([
    ['in HD mode', hdDevice()],
    ['in UHD mode', uhdDevice()],
    ['that is a gateway', gatewayDevice()],
    ['of firmware 3.1', firmware31Device()],
  ])('are those of a device %s', (_, { statuses, answers }) => {
    const both = new BothReaders().answers(answers).says(...statuses);
    expect(both.differences).toEqual(NO_DIFFERENCES);
    expect(both.expectedCount).toBeGreaterThan(300);
  });

  it('are those of all rows and with times in labels where that is wanted', () => {
    const { statuses, answers } = hdDevice();
    const both = new BothReaders({ allReceivers: true, allSenders: true, legacyTimeLabels: true });
    expect(both.answers(answers).says(...statuses).differences).toEqual(NO_DIFFERENCES);
  });
});
