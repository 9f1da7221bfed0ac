import request from 'supertest';
import type { ScrapeTarget } from '../metrics-options';
import { connection, MetricsPort } from '../testing/metrics-port';

describe('the service discovery', () => {
  let port: MetricsPort;

  async function discover(...connections: ScrapeTarget[]) {
    port = await MetricsPort.start({ targets: () => Promise.resolve(connections) });
    return request(port.url).get('/sd');
  }

  afterEach(() => port.stop());

  it('lists every enabled connection as a target of its own', async () => {
    const tags = { site: 'north', 'rack-unit': '7' };
    const { status, headers, body } = await discover(
      connection('MCR 1', { id: 7, tags }),
      connection('spare', { enabled: false }),
    );
    expect([status, headers['content-type']]).toEqual([200, 'application/json; charset=utf-8']);
    expect(body).toEqual([
      {
        targets: [`127.0.0.1:${port.port}`],
        labels: {
          __metrics_path__: '/probe',
          __param_target: 'MCR 1',
          instance: 'MCR 1',
          __meta_snp_id: '7',
          __meta_snp_name: 'MCR 1',
          __meta_snp_host: '10.0.0.1:9089',
          __meta_snp_tag_site: 'north',
          __meta_snp_tag_rack_unit: '7',
        },
      },
    ]);
  });

  it('names the exporter as the one who asks calls it', async () => {
    await discover();
    await port.stop();
    port = await MetricsPort.start({ targets: () => Promise.resolve([connection('MCR 1')]) });
    const { body } = await request(port.url).get('/sd').set('Host', 'exporter.example:8000');
    expect(body[0].targets).toEqual(['exporter.example:8000']);
  });

  it('names it as people call it, where that is set', async () => {
    port = await MetricsPort.start({ externalUrl: 'https://snp.example.org/snp/' });
    const { body } = await request(port.url).get('/sd').set('Host', 'rebind.test');
    expect(body[0].targets).toEqual([`snp.example.org:${port.port}`]);
    expect((await request(port.url).get('/')).text).toContain('<a href="https://snp.example.org/snp/">Dashboard</a>');
  });

  it('is empty where there is no connection', async () => {
    expect((await discover()).body).toEqual([]);
  });

  it.each(['__address__', '__scheme__', '__metrics_path__', 'target', '__proto__'])(
    'takes a tag %s for a tag, not for the target’s own label',
    async (tag) => {
      const { body } = await discover(
        connection('MCR 1', { tags: JSON.parse(`{"${tag}":"evil"}`) as Record<string, string> }),
      );
      const { [`__meta_snp_tag_${tag}`]: value, ...others } = body[0].labels as Record<string, string>;
      expect(value).toBe('evil');
      expect(Object.values(others)).not.toContain('evil');
    },
  );

  it.each(['a "quoted" \\ name', 'Röntgen\n🎥', '\u202eאבג'])('gives the name %j as it is', async (name) => {
    expect((await discover(connection(name))).body[0].labels.__param_target).toBe(name);
  });

  it('has no host where the stored address is none', async () => {
    const { status, body } = await discover(connection('MCR 1', { restapi: 'no address' }));
    expect([status, body[0].labels.__meta_snp_host]).toEqual([200, '']);
  });

  it('answers an error when the connections cannot be read, so that Prometheus keeps its targets', async () => {
    port = await MetricsPort.start({ targets: () => Promise.reject(new Error('database is locked')) });
    const { status, text } = await request(port.url).get('/sd');
    expect([status, text]).toEqual([503, 'The connections cannot be read now.\n']);
  });
});
