import { load } from 'js-yaml';
import { scrapeConfiguration } from './scrape-configuration';

const at = (base: string) => ({ metrics_url: `${base}/metrics`, sd_url: `${base}/sd`, probe_url: `${base}/probe` });

describe('scrapeConfiguration', () => {
  it('names the exporter as the one target that has every device', () => {
    expect(load(scrapeConfiguration('static', at('http://exporter:8000')))).toEqual({
      scrape_configs: [{ job_name: 'snp', scrape_interval: '15s', static_configs: [{ targets: ['exporter:8000'] }] }],
    });
  });

  it('lets Prometheus ask for the devices and name each target after its device', () => {
    expect(load(scrapeConfiguration('sd', at('http://exporter:8000')))).toEqual({
      scrape_configs: [
        {
          job_name: 'snp-devices',
          scrape_interval: '15s',
          http_sd_configs: [{ url: 'http://exporter:8000/sd' }],
          relabel_configs: [{ source_labels: ['__param_target'], target_label: 'instance' }],
        },
      ],
    });
  });

  it('says what is not the default: scheme and path', () => {
    const configuration = scrapeConfiguration('static', at('https://[::1]:8443/snp'));
    expect(load(configuration)).toMatchObject({
      scrape_configs: [
        { scheme: 'https', metrics_path: '/snp/metrics', static_configs: [{ targets: ['[::1]:8443'] }] },
      ],
    });
  });
});
