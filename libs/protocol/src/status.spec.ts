import fc from 'fast-check';
import { parseStatus, statusIdentity } from './status';

describe('a status', () => {
  it('is known by its type and its object', () => {
    expect(parseStatus('{"type":"procChannelHD","object_ID":"A-HD-1","active":true}')).toEqual({
      type: 'procChannelHD',
      objectId: 'A-HD-1',
      body: { type: 'procChannelHD', object_ID: 'A-HD-1', active: true },
    });
  });

  it.each(['{"type":"ptp"}', '{"type":"ptp","object_ID":""}', '{"type":"ptp","object_ID":5}'])(
    'without a readable object id is called after its type: %s',
    (text) => expect(parseStatus(text)?.objectId).toBe('ptp'),
  );

  it('may come as the object itself, as over REST', () => {
    expect(parseStatus({ type: 'ptp', object_ID: 'ptp' })).toMatchObject({ type: 'ptp', objectId: 'ptp' });
  });

  it.each([
    '',
    'x',
    '5',
    'null',
    '[]',
    '{}',
    '{"type":5}',
    '{"type":""}',
    '{"type":"ptp"',
    5,
    null,
    undefined,
    [],
    true,
  ])('is refused where there is none: %j', (text) => expect(parseStatus(text)).toBeUndefined());

  it('cannot reach the prototype of objects', () => {
    const status = parseStatus(
      '{"type":"ptp","__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":1}}}',
    );
    expect(status?.type).toBe('ptp');
    expect('polluted' in {}).toBe(false);
  });

  it('may be nested ten thousand deep', () => {
    const deep = `{"a":`.repeat(10_000) + '1' + '}'.repeat(10_000);
    expect(parseStatus(`{"type":"ptp","ptpStatus":${deep}}`)?.type).toBe('ptp');
  });
});

describe('the identity of a status that is still text', () => {
  it.each([
    ['{"type":"ptp","object_ID":"ptp"}', 'ptp/ptp'],
    ['{ "object_ID" : "A-HD-1" , "x" : [1,{"type":"inner"}], "type" : "procChannelHD" }', 'procChannelHD/A-HD-1'],
    ['{"Proc_Stats":[{"type":"processor","object_ID":"no"}],"type":"procMV","object_ID":"MVPROC"}', 'procMV/MVPROC'],
    ['{"name":"type","type":"ptp"}', 'ptp/ptp'],
    ['{"reason":"say \\"type\\": {","type":"ptp"}', 'ptp/ptp'],
    ['{"parent_object_ID":"snpRx","object_ID":"ipVidRx","type":"ipVidRx"}', 'ipVidRx/ipVidRx'],
    ['{"type":"a\\u0062"}', 'ab/ab'],
    ['{"type":"ptp","type":"system"}', 'system/system'],
    ['{"type":"ptp","type":5}', undefined],
    ['{"type":"ptp","object_ID":{"type":"no"}}', 'ptp/ptp'],
    ['{"type":5}', undefined],
    ['{"object_ID":"ptp"}', undefined],
    ['{"type":"ptp"', undefined],
    ['{"type":"ptp', undefined],
    ['', undefined],
  ])('%s is %j', (text, expected) => expect(statusIdentity(text)).toBe(expected));

  it('is that of the parsed status', () => {
    const key = fc.oneof(fc.constantFrom('type', 'object_ID', 'name', 'ty\\pe', '"type"'), fc.string());
    const value = fc.oneof(fc.string(), fc.jsonValue());
    const document = fc.array(fc.tuple(key, value)).map((entries) => Object.fromEntries(entries));
    fc.assert(
      fc.property(document, fc.constantFrom(0, 2), (body, indent) => {
        const text = JSON.stringify(body, null, indent);
        const status = parseStatus(text);
        expect(statusIdentity(text)).toBe(status && `${status.type}/${status.objectId}`);
      }),
      { numRuns: 500 },
    );
  });

  it('never throws, whatever the text', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[{}[\]":,\\a]*$/)), (text) => void statusIdentity(text)),
    );
  });
});
