import { EXPORTER_FAMILIES, EXPORTER_GROUP, FAMILIES, GROUPS, type CatalogueFamily, type Group } from './index';

const ABOUT: Readonly<Record<Group, string>> = {
  legacy:
    'Names, labels, values and units that existing dashboards use; labels are the text of the device, letter for letter. Temperatures are in degrees Celsius, PTP offset and delay in microseconds.',
  session:
    'The session with a device, as the exporter sees it. These series exist for every enabled connection, connected or not.',
  system: 'Power, cooling, temperatures, optics and licences, from the object `system`.',
  ptp: 'The PTP clock, from the object `ptp`.',
  network: 'The two media interfaces, from the objects `ipWan` and `ipRxSetup`.',
  receivers:
    'The ST 2110 receivers, from the objects `ipVidRx`, `ipAudRx` and `ipAncRx`; `essence` is `video`, `audio` or `ancillary`. Only receivers with a source address have series, unless `RECEIVERS=all`.',
  senders:
    'The ST 2110 senders, from the objects `ipVidTx`, `ipAudTx` and `ipAncTx`; `essence` is `video`, `video_proxy`, `audio` or `ancillary`. Only senders that had a destination in this session have series, unless `SENDERS=all`; a sender that loses its destination stays, with the value 0.',
  channels:
    'The processing channels, from the objects `procChannelHD` and `procChannelUHD`; `channel` is the id of the object. Only active channels have series. `direction` is `ip_to_sdi` or `sdi_to_ip` for a gateway and empty for other channels; `link` is the number of the link of a UHD channel and empty for HD.',
  inputs: 'SDI inputs and the reference, from the objects `videoIn` and `videoGenLock`.',
  processors:
    'Processors, multiviewers and master control, from the objects `processor`, `procAudio`, `procMV` and `MasterControl`, and the configuration polled over REST.',
  alarms: 'The active alarms of the device; at most 500 alarms of a device have a series.',
  exporter:
    'The exporter’s own process, without the label `target`: the metrics below, and the usual process and Node.js metrics (`process_…`, `nodejs_…`), including event-loop lag. Not part of per-target scrapes.',
};

const INTRODUCTION = `# Metrics

Every series of a device has the label \`target\`, the name of its connection; further labels are listed below. If a subscription names several elements (\`elementIP\`), series of objects of the further ones also have the label \`element\`, the address of the element.

- **No value, no series.** A field that is missing, \`N/A\`, empty or unreadable produces no series: never 0, NaN or the last value. A bad field only affects its own series.
- **Removed means removed.** When a connection, an object or a row is removed, its series are missing from the next scrape. When a session is lost, the values of the device are removed; its \`session\` series give the reason.
- **Placeholder values** (\`Unknown\`, \`Not Available\`, \`Not Present\`, \`Unsupported\`, \`N/A\`) become an empty label; as a number they produce no series. Only the labels of the group \`legacy\` are the text of the device, letter for letter.
- **In this session**: what a device never has, such as audio groups, ancillary packets or licences that are not used, has no series. What it has had since the session was connected, and has no longer, stays with the value 0.
- An **info** metric is a gauge with the value 1 whose labels are facts that seldom change; in OpenMetrics its type is \`info\`.
- A **state set** has one series per state, one of which is 1; the state \`other\` stands for any state that is not listed.
- **Counters** of the device are passed through: a reset on the device is a counter reset.

[Changes of metrics](changes-of-metrics.md) lists metrics that have been renamed or have changed their meaning.

Select groups for all scrapes with \`METRIC_GROUPS\`, and for a single scrape with \`collect[]=group\` and \`exclude[]=group\`. \`name[]=metric\` selects single metrics: the name of a family selects all of its samples, the name of a sample only that one. Parameters can be repeated.
With \`LEGACY_TIME_LABELS=true\`, two families have times as labels, which creates a new series every second.

[examples/device.prom](examples/device.prom) is the scrape of a simulated device in the text format, [examples/device.openmetrics](examples/device.openmetrics) the same in OpenMetrics.
`;

type Documented = Pick<CatalogueFamily, 'name' | 'labels' | 'timeLabels' | 'help' | 'source'> & {
  readonly type: CatalogueFamily['type'] | 'histogram';
};

const OWN: readonly Documented[] = Object.values(EXPORTER_FAMILIES).map((family) => ({
  ...family,
  source: 'the exporter',
}));

const TYPES: Readonly<Record<Documented['type'], string>> = {
  gauge: 'gauge',
  counter: 'counter',
  info: 'info',
  stateset: 'state set',
  histogram: 'histogram',
};

/** The reference of all metrics as a Markdown page, made of the catalogue. */
export function metricsPage(): string {
  const groups = GROUPS.map((group) => [`\n## \`${group}\`\n`, `${ABOUT[group]}\n`, table(group)].join('\n'));
  return `${[INTRODUCTION, ...groups].join('').trimEnd()}\n`;
}

function table(group: Group): string {
  const families = group === EXPORTER_GROUP ? OWN : FAMILIES.filter((family) => family.group === group);
  const rows = families.map(row);
  const header = ['| metric | type | labels | meaning | read from |', '|---|---|---|---|---|'];
  return `${[...header, ...rows].join('\n')}\n`;
}

function row({ name, type, labels, timeLabels = [], help, source }: Documented): string {
  const named = [...labels.map(code), ...timeLabels.map((label) => `(${code(label)})`)].join(', ');
  return `| ${[code(name), TYPES[type], named, help, source].map(cell).join(' | ')} |`;
}

const code = (text: string): string => `\`${text}\``;
const cell = (text: string): string => text.replaceAll('|', '\\|');
