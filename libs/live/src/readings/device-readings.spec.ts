import { DeviceReadings } from './device-readings';

describe('the personality of a processor', () => {
  it.each([
    ['Multiviewer', ['Multiviewer']],
    [' JPEG-XS Encoder (TR-07) ', ['JPEG-XS Encoder (TR-07)']],
    ['N/A', []],
    [undefined, []],
  ])('%j is shown as %j', (personality, shown) => {
    const readings = new DeviceReadings();
    readings.readProcessor('processorA', { personality: 'Sync' });
    readings.readProcessor('processorA', { personality });
    expect([...readings.personalities.values()]).toEqual(shown);
  });
});

describe('the registration server of a device', () => {
  it.each([
    ['', '', null],
    ['10.9.1.20:80', '', false],
    ['10.9.1.20:80', '10.9.1.20:80', true],
    ['', '10.9.1.20:80', true],
  ])('found %j, connected to %j: %j', (registrationServer, registrationServerConnected, expected) => {
    const readings = new DeviceReadings();
    const ipWanStatus = { registrationServer, registrationServerConnected };
    readings.read({ type: 'ipWan', objectId: 'ipWan', body: { ipWanStatus } }, 0);
    expect(readings.isRegistered).toBe(expected);
    readings.clear();
    expect(readings.isRegistered).toBeNull();
  });
});
