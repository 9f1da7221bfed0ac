import { asctime, bitRate, celsius, heartbeatTime, ipv4Number, multicastMac, powerOnTime, uptime } from './format';

describe('texts of a device', () => {
  it.each([
    [1_319_140_000, '1319.14 Mbps'],
    [9_999_000_000, '9999.00 Mbps'],
    [19_990_900_000, '19.9909 Gbps'],
  ])('write %d bit/s as %s', (rate, text) => expect(bitRate(rate)).toBe(text));

  it.each([
    [44.3, '44.5 °C'],
    [44.2, '44.0 °C'],
  ])('write a temperature of %d in half degrees', (value, text) => expect(celsius(value)).toBe(text));

  it.each([
    [Date.UTC(2026, 0, 27, 15, 31, 39), 'Tue Jan 27 15:31:39 2026'],
    [Date.UTC(2026, 1, 3, 4, 5, 6), 'Tue Feb  3 04:05:06 2026'],
  ])('write a time as C does', (at, text) => expect(asctime(at)).toBe(text));

  it('write the time of a heartbeat day first', () => {
    expect(heartbeatTime(Date.UTC(2026, 1, 7, 13, 25, 40))).toBe('07-02-2026 13:25:40');
  });

  it.each([
    [30, 'up 0 minutes'],
    [61, 'up 1 minute'],
    [2 * 604_800 + 3_600 + 25 * 60, 'up 2 weeks, 1 hour, 25 minutes'],
    [3 * 86_400, 'up 3 days'],
  ])('write %d seconds of uptime', (seconds, text) => expect(uptime(seconds)).toBe(text));

  it('write the time since power on', () => {
    expect(powerOnTime(14 * 86_400 + 3_600 + 26 * 60 + 9)).toBe('14 days 01 hours 26 minutes 09 sec');
  });

  it('write an address as a number and a group as an Ethernet address', () => {
    expect(ipv4Number('10.9.75.1')).toBe(168381185);
    expect(multicastMac('239.175.100.19')).toBe('01:00:5e:2f:64:13');
  });
});
