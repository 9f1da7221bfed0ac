import type { NestExpressApplication } from '@nestjs/platform-express';
import { Test } from '@nestjs/testing';
import { CollectorModule, SupervisorService } from '@snp/collector';
import { ConnectionsModule } from '@snp/connections';
import { AnswersModule, installApiParsers, ProblemFilter } from '@snp/http';
import { type Fleet, type SimulatedDevice, startFleet } from '@snp/simulator';
import { rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import request from 'supertest';
import type { DeviceSummaryDto } from './dto/fleet.dto';
import { LiveModule } from './live.module';
import { AnswerCheck } from './testing/document';
import { Listener, until } from './testing/listener';
import { databaseIn, temporaryFolder } from './testing/live-app';

// Real sockets and real time: what takes seconds here may take a minute on a busy machine.
jest.setTimeout(180_000);
const PATIENCE_MS = 60_000;

let fleet: Fleet;
let device: SimulatedDevice;
let app: NestExpressApplication;
let http: ReturnType<typeof request>;
let listener: Listener;
let answers: AnswerCheck;
const folder = temporaryFolder();

beforeAll(async () => {
  fleet = await startFleet({ devices: 1 });
  [device] = fleet.devices as [SimulatedDevice];
  const catalogue = { groups: 'all', receivers: 'configured', senders: 'resolved', legacyTimeLabels: false } as const;
  const module = await Test.createTestingModule({
    imports: [
      databaseIn(folder),
      ConnectionsModule.forRoot({ allowInsecureDevices: false }),
      CollectorModule.forRoot({
        ...{ interval: 5, pollInterval: 10, configPollSeconds: 60, maxConcurrentHandshakes: 20 },
        ...{ allowInsecureDevices: false, catalogue, maxSeriesPerDevice: 20_000, tagLabels: [] },
      }),
      AnswersModule.forRoot({}),
      LiveModule.forRoot({ version: '1.2.3', metricsPort: 8000 }),
    ],
  }).compile();
  app = module.createNestApplication<NestExpressApplication>({ bodyParser: false, logger: false });
  installApiParsers(app);
  app.useGlobalFilters(new ProblemFilter());
  await app.listen(0, '127.0.0.1');
  http = request(app.getHttpServer());
  answers = new AnswerCheck(app);
  listener = await Listener.open(`http://127.0.0.1:${(app.getHttpServer().address() as AddressInfo).port}`);
  await http
    .post('/api/connections')
    .send({ ...device.settings, template: 'everything' })
    .expect(201);
  await until(() => latest()?.state === 'connected', latest, PATIENCE_MS);
});

afterAll(async () => {
  listener.close();
  await app.get(SupervisorService).stop();
  await app.close();
  await fleet.close();
  rmSync(folder, { recursive: true, force: true });
});

/** What the stream has last told of the device. */
function latest(): DeviceSummaryDto | undefined {
  return listener.named('summary').at(-1)?.data as DeviceSummaryDto | undefined;
}

const reason = () => latest()?.health.reason;

describe('a device on the dashboard', () => {
  it('has told the stream of itself, from being added on', async () => {
    await until(() => listener.named('connection').length > 0, latest, PATIENCE_MS);
    expect(listener.named('connection')[0]?.data).toEqual({ kind: 'added', id: 1 });
    const states = listener.named('state').map(({ data }) => (data as { to: string }).to);
    expect(states.at(-1)).toBe('connected');
    await until(() => (latest()?.figures.messages_per_second ?? 0) > 0, latest, PATIENCE_MS);
    expect(latest()).toMatchObject({
      name: device.name,
      figures: { ptp_state: 'locked', serial: device.identity.serial, receivers: expect.any(Number) },
    });
  });

  it('shows every section of its status', async () => {
    await until(() => Object.keys(latest()?.figures.personalities ?? {}).length === 4, latest, PATIENCE_MS);
    const { body } = await http.get('/api/connections/1/status').expect(200);
    for (const [section, value] of Object.entries(body)) expect([section, value]).not.toEqual([section, null]);
    expect(body.receivers.length).toBeGreaterThan(0);
    expect(body.senders.length).toBeGreaterThan(0);
    expect(body.channels.length).toBeGreaterThan(0);
    expect(body.session.certificate_expires_at).toMatch(/^\d{4}-/);
    expect(body.identity.uptime_seconds).toBeGreaterThan(0);
  });

  it('answers as the document says', async () => {
    const paths = ['fleet', 'alarms', 'about', 'catalogue', 'alert-rules'].map((path) => `/api/${path}`);
    const ofDevice = ['status', 'status/{objectType}', 'objects', 'series', 'events', 'history'];
    for (const path of [...paths, ...ofDevice.map((each) => `/api/connections/{id}/${each}`)]) {
      const { body } = await http.get(path.replace('{id}', '1').replace('{objectType}', 'system')).expect(200);
      expect([path, answers.differences('get', path, body)]).toEqual([path, []]);
    }
  });

  it('shows its objects and its series', async () => {
    const objects = (await http.get('/api/connections/1/objects').expect(200)).body;
    expect(objects.length).toBeGreaterThan(100);
    const series = (await http.get('/api/connections/1/series?search=ptp_locked').expect(200)).body;
    expect(series).toMatchObject([{ name: 'ic_snp_ptp_locked', labels: { target: device.name }, value: 1 }]);
    expect((await http.get('/api/connections/1/status/ptp').expect(200)).body.objects).toHaveLength(1);
  });

  it('says within a moment what has failed, and some seconds later that it is well again', async () => {
    device.set('system', { Power_Supply_Stats: { PS_EN_2: false, PS_Status: 'Fault' } });
    await until(() => reason() === 'Power supply 2 off', reason, PATIENCE_MS);
    device.unset('system');
    await until(() => reason() !== 'Power supply 2 off', reason, PATIENCE_MS);
  });

  it('tells of alarms that it raises and clears', async () => {
    const id = device.raiseAlarm({ reason: 'Fan 3 stalled', location: 'Front' });
    const told = (kind: string) =>
      listener.named('alarm').some(({ data }) => {
        const alarm = data as { kind: string; reason: string };
        return alarm.kind === kind && alarm.reason === 'Fan 3 stalled';
      });
    await until(() => told('raised'), latest, PATIENCE_MS);
    expect((await http.get('/api/alarms?search=stalled')).body).toMatchObject([{ connection_name: device.name }]);
    device.clearAlarm(id);
    await until(() => told('cleared'), latest, PATIENCE_MS);
    const { body: events } = await http.get('/api/connections/1/events');
    expect(events[0]).toMatchObject({ kind: 'alarm_cleared', reason: 'Fan 3 stalled' });
  });

  it('passes every step of a connection test', async () => {
    const { body } = await http
      .post('/api/connections/test')
      .set('Accept', 'application/json')
      .send({ id: 1 })
      .expect(200);
    expect(body.steps.map(({ step }: { step: string }) => step)).toEqual([
      ...['resolve', 'tcp', 'tls', 'auth', 'websocket', 'subscribe', 'status'],
    ]);
    expect(body.ok).toBe(true);
    expect(answers.differences('post', '/api/connections/test', body)).toEqual([]);
  });

  it('lists what it has', async () => {
    const { body } = await http.post('/api/connections/discover').send({ id: 1 }).expect(200);
    expect(body.objects.length).toBeGreaterThan(100);
    expect(answers.differences('post', '/api/connections/discover', body)).toEqual([]);
    expect(body.objects).toContainEqual(expect.objectContaining({ object_type: 'ptp', known: true }));
  });

  it('has no data as soon as it is cut off, and says why', async () => {
    device.misbehave({ kind: 'close', code: 1011 });
    await until(() => latest()?.health.level === 'no_data', latest, PATIENCE_MS);
    expect(reason()).toMatch(/^No data: device closed the session/);
    await device.behave();
  });
});
