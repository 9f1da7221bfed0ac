import { discoveryRequest, normaliseToken, subscription } from './requests';

describe('a subscription', () => {
  it('asks for every object once a second, in the order given', () => {
    const objects = [
      { elementIP: '127.0.0.1', objectType: 'ptp' },
      { elementIP: '127.0.0.1', objectType: 'procChannelHD', objectId: 'A-HD-1' },
    ];
    expect(subscription(objects)).toBe(
      '{"msgType":"statusListSubscribe","frequency":1000,"objectIds":[{"elementIP":"127.0.0.1","objectType":"ptp"},' +
        '{"elementIP":"127.0.0.1","objectType":"procChannelHD","objectId":"A-HD-1"}]}',
    );
  });

  it('asks once for what is listed twice', () => {
    const object = { elementIP: '127.0.0.1', objectType: 'ptp' };
    expect(JSON.parse(subscription([object, { ...object }], 500))).toEqual({
      msgType: 'statusListSubscribe',
      frequency: 500,
      objectIds: [object],
    });
  });
});

describe('a discovery request', () => {
  it('names the element', () => {
    expect(JSON.parse(discoveryRequest('10.0.0.5'))).toEqual({ msgType: 'getAllObjects', elementIp: '10.0.0.5' });
  });
});

describe('a token', () => {
  it.each([
    ['Bearer eyJ0.abc_-', 'Bearer eyJ0.abc_-'],
    ['"Bearer eyJ0"', 'Bearer eyJ0'],
    ['\r\n  Bearer eyJ0 \n', 'Bearer eyJ0'],
    ['  " Bearer eyJ0 "  ', 'Bearer eyJ0'],
    ['Bearer  eyJ0', 'Bearer  eyJ0'],
    ['Bearer', undefined],
    ['Bearer ', undefined],
    ['"Bearer "', undefined],
    ['eyJ0', undefined],
    ['<html>Bearer eyJ0</html>', undefined],
    ['Bearer eyJ0\r\nX-Injected: 1', undefined],
    ['Bearer two words', undefined],
    ['"Bearer eyJ0', undefined],
    ['', undefined],
  ])('of the answer %j is %j', (body, expected) => expect(normaliseToken(body)).toBe(expected));
});
