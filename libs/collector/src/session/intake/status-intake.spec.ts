import { Decoder } from '@snp/catalogue';
import { SeriesStore } from '@snp/exposition';
import { OPTIONS } from '../../testing/bench';
import { ManualClock } from '../../testing/manual-clock';
import { Elements } from './elements';
import { StatusIntake } from './status-intake';

const decoder = new Decoder(OPTIONS.catalogue);

function intake() {
  const clock = new ManualClock();
  const store = new SeriesStore(decoder.families, { maxSeriesPerTarget: 20_000 });
  const target = store.addTarget('SNP');
  const loop = { isLate: (): boolean => pressure.isLate };
  const pressure = { isLate: false };
  const applied: string[] = [];
  const undecodable: (string | undefined)[] = [];
  const subject = new StatusIntake(
    decoder.device(),
    target,
    { clock, loop: loop, maxDelayMs: 2500, elements: new Elements([]) },
    {
      applied: ({ type, objectId }) => applied.push(`${type}/${objectId}`),
      forgotten: () => undefined,
      undecodable: (type) => undecodable.push(type),
    },
  );
  const receive = (statuses: unknown[], isComplete = false) => subject.receive(statuses, isComplete, clock.monotonic());
  const names = () => [...new Set([...target.list()].map(({ family }) => family.name))];
  const temperature = () => [...target.list('ic_snp_mainboard_temperature')][0]?.value;
  return { clock, subject, pressure, applied, undecodable, receive, names, temperature, target };
}

const system = (celsius: number) =>
  JSON.stringify({ type: 'system', object_ID: 'system', Board_Temperatures: { Main_Board: `${celsius} °C` } });
const ptp = (state = 'Locked') => JSON.stringify({ type: 'ptp', ptpStatus: { ptpCtlrState: state } });

describe('statuses on their way to the scrape', () => {
  it('are applied at once', () => {
    const { receive, temperature, clock } = intake();
    receive([system(41)]);
    expect([temperature(), clock.pending]).toEqual([41, 0]);
  });

  it('are not read again while they are the same', () => {
    const { receive, applied, subject, clock } = intake();
    receive([system(41), ptp()]);
    clock.advance(1000);
    expect(receive([system(41), ptp('Holdover')])).toBe(2);
    expect(applied).toEqual(['system/system', 'ptp/ptp', 'ptp/ptp']);
    expect([...subject.objects()].map(({ receivedAt }) => receivedAt)).toEqual([clock.monotonic(), clock.monotonic()]);
  });

  it('are read again when they change back', () => {
    const { receive, temperature } = intake();
    for (const celsius of [41, 42, 41]) receive([system(celsius)]);
    expect(temperature()).toBe(41);
  });

  it('leave objects alone that are not in a partial message', () => {
    const { receive, names } = intake();
    receive([system(41), ptp()], true);
    receive([ptp('Holdover')]);
    expect(names()).toContain('ic_snp_mainboard_temperature');
  });

  it('take objects away that are not in a full picture, and bring them back', () => {
    const { receive, names, subject, clock } = intake();
    receive([system(41), ptp()], true);
    clock.advance(60_000);
    receive([ptp()], true);
    clock.advance(2000);
    expect(names().filter((name) => name.includes('temperature'))).toEqual([]);
    expect([...subject.objects()].map(({ type }) => type)).toEqual(['ptp']);
    receive([system(41)]);
    expect(names()).toContain('ic_snp_mainboard_temperature');
  });

  it('are one picture in two messages, whichever comes first', () => {
    const { receive, clock, temperature, subject } = intake();
    receive([system(41)], true);
    clock.advance(1900);
    receive([ptp()], true);
    clock.advance(60_000);
    expect([temperature(), [...subject.objects()].length]).toEqual([41, 2]);
  });

  it('are taken from the objects of a second picture, and gaps between its parts show nowhere', () => {
    const { receive, clock, names, temperature } = intake();
    receive([system(41), ptp()], true);
    clock.advance(60_000);
    receive([ptp('Holdover')], true);
    clock.advance(1000);
    expect(temperature()).toBe(41);
    receive([system(42)], true);
    clock.advance(60_000);
    expect([temperature(), names().includes('ic_snp_ptp_status')]).toEqual([42, true]);
  });

  it('are another picture when they come again at once, without an object that is gone', () => {
    const { receive, clock, temperature, subject } = intake();
    receive([system(41), ptp()], true);
    clock.advance(100);
    receive([ptp()], true);
    clock.advance(60_000);
    expect([temperature(), [...subject.objects()].length]).toEqual([undefined, 1]);
  });

  it('are without an object that is gone also when full pictures never stop coming', () => {
    const { receive, clock, temperature } = intake();
    receive([system(41), ptp()], true);
    for (let ms = 0; ms < 5000; ms += 100) {
      clock.advance(100);
      receive([ptp()], true);
    }
    expect(temperature()).toBeUndefined();
  });

  it('bring an object into a picture that comes by itself meanwhile', () => {
    const { receive, clock, temperature } = intake();
    receive([system(41), ptp()], true);
    clock.advance(60_000);
    receive([ptp()], true);
    receive([system(43)]);
    clock.advance(60_000);
    expect(temperature()).toBe(43);
  });

  it('lose no neighbour to one that is bad', () => {
    const { receive, undecodable, temperature } = intake();
    const count = receive([ptp(), '{"type":"ipVidRx","a":[1,2', 'null', 5, '{"type":"ptp","x":}', system(41)]);
    expect([count, temperature()]).toEqual([2, 41]);
    expect(undecodable).toEqual([undefined, undefined, undefined, 'ptp']);
  });

  it('are kept as the device sent them, unknown types too', () => {
    const { receive, subject } = intake();
    receive(['{"type":"news","object_ID":"n1"}', { type: 'ptp' }]);
    expect([...subject.objects()]).toMatchObject([
      { type: 'news', objectId: 'n1', text: '{"type":"news","object_ID":"n1"}', series: 0, known: false },
      { type: 'ptp', objectId: 'ptp', text: '{"type":"ptp"}', known: true },
    ]);
  });

  it('are told apart by object id and not by the address of the element: the last one wins', () => {
    const { receive, temperature, subject } = intake();
    receive([system(41), system(42)]);
    receive([system(41), system(43)]);
    expect([temperature(), [...subject.objects()].length]).toEqual([43, 1]);
  });

  it('do not fill the memory when a device invents objects', () => {
    const { receive, subject, undecodable } = intake();
    receive(Array.from({ length: 10_100 }, (_, at) => `{"type":"news","object_ID":"${at}"}`));
    expect([[...subject.objects()].length, undecodable.length]).toEqual([10_000, 100]);
  });

  it('do not fill the memory when a device writes novels', () => {
    const { receive, subject } = intake();
    const novel = 'x'.repeat(1_000_000);
    for (let at = 0; at < 40; at++) receive([`{"type":"news","object_ID":"${at}","novel":"${novel}"}`]);
    const kept = [...subject.objects()].reduce((sum, { text }) => sum + text.length, 0);
    expect(kept).toBeLessThan(17_000_000);
    expect([...subject.objects()]).toHaveLength(40);
  });

  it('survive nesting ten thousand deep', () => {
    const { receive, temperature } = intake();
    const deep = `{"type":"ptp","deep":${'['.repeat(10_000)}${']'.repeat(10_000)}}`;
    receive([deep, JSON.parse(deep), system(41)]);
    expect(temperature()).toBe(41);
  });
});

describe('under pressure', () => {
  it('only the newest status of each object is read, a quarter of a second later', () => {
    const { receive, clock, pressure, applied, temperature } = intake();
    pressure.isLate = true;
    for (let celsius = 1; celsius <= 500; celsius++) receive([system(celsius), ptp()]);
    expect([temperature(), clock.next]).toEqual([undefined, 250]);
    clock.advance(250);
    expect([temperature(), applied.length, clock.pending]).toEqual([500, 2, 0]);
  });

  it('a device that takes more than its share is read once a second', () => {
    const { receive, clock, subject, temperature } = intake();
    receive([system(1)]);
    subject.spend(500, clock.monotonic());
    receive([system(2)]);
    expect(clock.next).toBe(1000);
    receive([system(3)]);
    clock.advance(1000);
    expect(temperature()).toBe(3);
  });

  it('what waits is applied before what comes when the pressure is over', () => {
    const { receive, pressure, applied, clock } = intake();
    pressure.isLate = true;
    receive([system(1)]);
    pressure.isLate = false;
    receive([ptp()]);
    expect(applied).toEqual(['system/system', 'ptp/ptp']);
    expect(clock.pending).toBe(0);
  });

  it('a full picture still takes away what is not in it', () => {
    const { receive, pressure, clock, names } = intake();
    receive([system(1), ptp()], true);
    clock.advance(60_000);
    pressure.isLate = true;
    receive([ptp('Holdover')], true);
    clock.advance(2000);
    expect(names().filter((name) => name.includes('temperature'))).toEqual([]);
  });

  it('nothing that waits survives the loss of the device', () => {
    const { receive, pressure, clock, subject, names } = intake();
    pressure.isLate = true;
    receive([system(1)]);
    subject.clear();
    clock.advance(10_000);
    expect([names(), clock.pending]).toEqual([[], 0]);
  });
});
