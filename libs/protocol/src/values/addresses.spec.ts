import fc from 'fast-check';
import {
  clockIdentity,
  endpoint,
  ipv4FromNumber,
  isConfiguredAddress,
  isMacAddress,
  isResolved,
  lldpNeighbour,
  macAddress,
} from './addresses';

describe('ipv4FromNumber', () => {
  it.each([
    [168381185, '10.9.75.1'],
    ['168381185', '10.9.75.1'],
    [0, '0.0.0.0'],
    [4294967295, '255.255.255.255'],
    ['10.9.75.1', '10.9.75.1'],
    [4294967296, undefined],
    [-1, undefined],
    [1.5, undefined],
    ['10.9.75.256', undefined],
    ['', undefined],
    ['N/A', undefined],
    [null, undefined],
  ])('reads %j as %j', (raw, expected) => expect(ipv4FromNumber(raw)).toBe(expected));

  it('gives back every address', () => {
    fc.assert(
      fc.property(fc.ipV4(), (address) => {
        const value = address.split('.').reduce((sum, octet) => sum * 256 + Number(octet), 0);
        expect(ipv4FromNumber(value)).toBe(address);
      }),
    );
  });
});

describe('macAddress', () => {
  it.each([
    ['01:00:5e:2f:64:0b', '01:00:5e:2f:64:0b'],
    ['00-90-F9-34-7D-D6', '00:90:f9:34:7d:d6'],
    ['00:90:f9:34:7D:D6 ', '00:90:f9:34:7d:d6'],
    ['0090f9347dd6', '00:90:f9:34:7d:d6'],
    ['00:00:00:00:00:00', undefined],
    ['Dst Unreachable', undefined],
    ['01:00:5e:2f:64', undefined],
    ['01:00:5e:2f:64:0b:0c', undefined],
    ['01:00-5e:2f:64:0b', undefined],
    ['', undefined],
    [1, undefined],
  ])('reads %j as %j', (raw, expected) => expect(macAddress(raw)).toBe(expected));
});

describe('isResolved', () => {
  it.each([
    ['01:00:5e:2f:64:0b', 1],
    [' 01:00:5E:2F:64:0B ', 1],
    ['Dst Unreachable', 0],
    ['00:00:00:00:00:00', 0],
    ['zz:zz:zz:zz:zz:zz', 0],
    ['01:00:5e:2f:64-0b', 0],
    ['Waiting for the next hop', 0],
    ['', undefined],
    ['N/A', undefined],
    [false, undefined],
    [undefined, undefined],
  ])('reads %j as %j', (raw, expected) => expect(isResolved(raw)).toBe(expected));

  it('agrees with macAddress', () => {
    fc.assert(
      fc.property(fc.oneof(fc.stringMatching(/^([0-9a-fA-F]{2}[:-]?){5,7}$/), fc.string()), (raw) => {
        expect(isMacAddress(raw)).toBe(macAddress(raw) !== undefined);
        expect(isResolved(raw) === 1).toBe(isMacAddress(raw));
      }),
    );
  });
});

describe('clockIdentity', () => {
  it.each([
    ['00 90 F9 FF FE 34 7D D6', '00-90-F9-FF-FE-34-7D-D6'],
    ['08-00-11-ff-fe-23-2c-56', '08-00-11-FF-FE-23-2C-56'],
    ['08:00:11:FF:FE:23:2C:56', '08-00-11-FF-FE-23-2C-56'],
    ['080011FFFE232C56', '08-00-11-FF-FE-23-2C-56'],
    ['08-00-11-FF-FE-23-2C', undefined],
    ['N/A', undefined],
    ['', undefined],
    [8, undefined],
  ])('reads %j as %j', (raw, expected) => expect(clockIdentity(raw)).toBe(expected));
});

describe('the address of a stream', () => {
  it.each([
    ['239.175.100.20', true],
    [' 239.175.100.20', true],
    ['ff3e::1', true],
    ['0.0.0.0', false],
    [' 0.0.0.0 ', false],
    ['::', false],
    ['N/A', false],
    ['', false],
    [0, false],
    [undefined, false],
  ])('%j: configured is %j', (raw, expected) => expect(isConfiguredAddress(raw)).toBe(expected));

  it.each([
    ['239.175.100.20', '20000', '239.175.100.20:20000'],
    ['239.175.100.20', 20000, '239.175.100.20:20000'],
    ['239.175.100.20', undefined, '239.175.100.20'],
    ['239.175.100.20', 'N/A', '239.175.100.20'],
    ['ff3e::1', '20000', '[ff3e::1]:20000'],
    ['0.0.0.0', '0', ''],
    ['0.0.0.0', '20000', ''],
    [undefined, '20000', ''],
  ])('%j and port %j is %j', (address, port, expected) => expect(endpoint(address, port)).toBe(expected));
});

describe('lldpNeighbour', () => {
  it.each([
    ['10.9.250.64 - WDC-R200-CSCORE1', { address: '10.9.250.64', name: 'WDC-R200-CSCORE1' }],
    ['10.9.250.64 - core - 1 ', { address: '10.9.250.64', name: 'core - 1' }],
    ['CSCORE1', { address: '', name: 'CSCORE1' }],
    ['', undefined],
    ['N/A', undefined],
    [5, undefined],
  ])('reads %j as %j', (raw, expected) => expect(lldpNeighbour(raw)).toEqual(expected));
});
