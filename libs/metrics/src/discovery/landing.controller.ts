import { Controller, Get, Header, Inject } from '@nestjs/common';
import { METRICS_OPTIONS, type MetricsOptions } from '../metrics-options';

const LINKS: readonly (readonly [path: string, text: string])[] = [
  ['/metrics', 'Metrics of all devices'],
  ['/sd', 'Service discovery: one target per device'],
  ['/-/healthy', 'Health check'],
  ['/-/ready', 'Readiness check'],
];

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** The page that a browser shows for the metrics port. */
@Controller()
export class LandingController {
  constructor(@Inject(METRICS_OPTIONS) private readonly options: MetricsOptions) {}

  @Get()
  @Header('Content-Type', 'text/html; charset=utf-8')
  @Header('Content-Security-Policy', "default-src 'none'; frame-ancestors 'none'")
  page(): string {
    const { externalUrl } = this.options;
    const dashboard = externalUrl === undefined ? [] : [[externalUrl, 'Dashboard'] as const];
    const links = [...dashboard, ...LINKS]
      .map(([path, text]) => `<li><a href="${escaped(path)}">${text}</a></li>`)
      .join('\n      ');
    return `<!doctype html>
<html lang="en">
  <head><meta charset="utf-8"><title>SNP Exporter: metrics</title></head>
  <body>
    <h1>SNP Exporter ${escaped(this.options.version)}</h1>
    <ul>
      ${links}
    </ul>
    <p>To scrape one device: <code>/probe?target=NAME</code>.</p>
    <p>To select metric groups: <code>?collect[]=GROUP</code> or <code>?exclude[]=GROUP</code>. Groups:
    ${escaped(this.options.groups.join(', '))}.</p>
  </body>
</html>
`;
  }
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ESCAPES[character]);
}
