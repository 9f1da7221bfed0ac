import { labelText, SeriesStore, type Family, type FamilyType, type TargetSeries } from '../src';

/** How the values of a family move from one change to the next. */
type Motion = 'flag' | 'decimal' | 'nanoseconds' | 'rate' | 'count' | 'info';

/** So many series of one family in one object of a device, as a configured device has them. */
interface Row {
  readonly name: string;
  readonly type: FamilyType;
  readonly labels: readonly string[];
  readonly count: number;
  readonly motion: Motion;
}

/** One object of a device: the source of its series. */
interface DeviceObject {
  readonly source: string;
  readonly rows: readonly Row[];
}

function rows(motion: Motion, labels: readonly string[], count: number, ...names: string[]): Row[] {
  const type = motion === 'info' ? 'info' : motion === 'count' ? 'counter' : 'gauge';
  return names.map((name) => ({ name: `ic_snp_${name}`, type, labels, count, motion }));
}

const SYSTEM: readonly Row[] = [
  ...rows('decimal', ['sensor'], 24, 'temperature_celsius'),
  ...rows('flag', ['index'], 8, 'front_fan_ok', 'front_fan_status'),
  ...rows('rate', ['index'], 8, 'front_fan_speed_rpm'),
  ...rows('flag', ['index'], 5, 'fpga_fan_ok', 'fpga_fan_status', 'fpga_temp_alarm', 'fpga_config_alarm'),
  ...rows('decimal', ['index'], 5, 'fpga_temperature'),
  ...rows('info', ['fpga', 'build'], 5, 'fpga_build_info'),
  ...rows('info', ['index', 'vendor', 'part_number', 'serial'], 4, 'qsfp_info'),
  ...rows('flag', ['index'], 4, 'qsfp_module_present', 'qsfp_module_data_valid', 'qsfp_fec_enabled'),
  ...rows('decimal', ['index', 'lane'], 16, 'qsfp_receive_power_dbm', 'qsfp_transmit_power_dbm'),
  ...rows('count', ['key'], 8, 'license_tokens', 'license_tokens_available'),
  ...rows('flag', ['index', 'direction'], 6, 'sfp_module_present'),
  ...rows('count', ['dsp'], 4, 'dsp_utilization_ratio', 'dsp_planned_utilization_ratio'),
  ...rows('flag', [], 1, 'power_supply_ok', 'reboot_required', 'powersupply_status'),
  ...rows('info', ['serial', 'firmware', 'hardware', 'mac_0', 'mac_1'], 1, 'device_info'),
];
const PTP: readonly Row[] = [
  ...rows('flag', ['state'], 5, 'ptp_state'),
  ...rows('flag', [], 1, 'ptp_locked', 'ptp_port_is_master', 'ptp_status'),
  ...rows('nanoseconds', [], 1, 'ptp_offset_from_master_seconds', 'ptp_mean_path_delay_seconds'),
  ...rows('decimal', [], 1, 'ptp_master_offset', 'ptp_master_delay'),
  ...rows('flag', ['leg'], 2, 'ptp_master_visible'),
  ...rows('count', [], 1, 'ptp_time_updates_total', 'ptp_largest_time_update'),
  ...rows('info', ['clock_identity', 'grandmaster_identity', 'master_address', 'interface_address'], 1, 'ptp_info'),
];
const CHANNEL: readonly Row[] = [
  ...rows('flag', ['channel'], 1, 'channel_input_present', 'channel_input_black', 'channel_input_frozen'),
  ...rows('flag', ['channel'], 1, 'channel_output_frozen', 'channel_video_corrupted', 'channel_sdi_output_on'),
  ...rows('flag', ['channel', 'group'], 4, 'channel_audio_group_present'),
  ...rows('flag', ['channel', 'state'], 3, 'channel_changeover_path'),
];
const RECEIVERS: readonly Row[] = [
  ...rows('info', ['essence', 'index', 'primary_source', 'secondary_source', 'standard'], 12, 'receiver_info'),
  ...rows('flag', ['essence', 'index'], 12, 'receiver_signal_present', 'receiver_clock_synchronous'),
  ...rows('count', ['essence', 'index'], 12, 'receiver_packets_total', 'receiver_missing_packets_total'),
  ...rows('flag', ['essence', 'index', 'state'], 48, 'receiver_protection_state'),
];
const NETWORK: readonly Row[] = [
  ...rows('rate', ['leg'], 2, 'network_receive_bytes_per_second', 'network_transmit_bytes_per_second'),
  ...rows('count', ['leg'], 2, 'network_receive_packets_total', 'network_transmit_packets_total'),
  ...rows('info', ['leg', 'address', 'mask', 'mac', 'gateway', 'switch', 'switch_port'], 2, 'network_interface_info'),
];
const SESSION: readonly Row[] = [
  ...rows('flag', [], 1, 'up'),
  ...rows('flag', ['state'], 4, 'session_state'),
  ...rows('count', ['type'], 6, 'session_messages_total'),
  ...rows('count', [], 1, 'session_received_bytes_total', 'session_connects_total', 'session_dropped_series_total'),
];

/** A device of 700 series, a quarter of them of the objects `system` and `ptp`. */
export const OBJECTS: readonly DeviceObject[] = [
  { source: 'session', rows: SESSION },
  { source: 'system/system', rows: SYSTEM },
  { source: 'ptp/ptp', rows: PTP },
  { source: 'ipWan/ipWan', rows: NETWORK },
  { source: 'ipVidRx/ipVidRx', rows: RECEIVERS },
  ...Array.from({ length: 30 }, (_, i) => ({
    source: `procChannelHD/${'ABCD'[i % 4]}-HD-${(i >> 2) + 1}`,
    rows: CHANNEL,
  })),
];

const ALL_ROWS = [...SESSION, ...SYSTEM, ...PTP, ...NETWORK, ...RECEIVERS, ...CHANNEL];

export const FAMILIES: readonly Family[] = ALL_ROWS.map(({ name, type, labels }) => {
  return { name, type, labels, help: `What ${name} says of the device.`, group: 'bench' };
});
const INDEX = new Map(FAMILIES.map(({ name }, index) => [name, index]));

/** Takes one sample: the index of its family, the values of its labels, its value. */
type Visit = (family: number, labels: readonly string[], value: number) => void;

/** The same devices with the same values whenever they are asked for. */
export class Fleet {
  readonly seriesPerDevice = OBJECTS.flatMap(({ rows }) => rows).reduce((sum, { count }) => sum + count, 0);

  constructor(readonly devices: number) {}

  nameOf(device: number): string {
    return `snp-${String(device).padStart(4, '0')}`;
  }

  /**
   * Visits the samples of a device's objects.
   * @param round after how many changes
   */
  visit(device: number, objects: readonly DeviceObject[], round: number, visit: Visit): void {
    for (const { source, rows } of objects) {
      for (const row of rows) {
        const family = INDEX.get(row.name) ?? 0;
        for (let i = 0; i < row.count; i++) {
          visit(
            family,
            labelValues(row, source, device, i),
            valueOf(row.motion, device * 7919 + family * 104729 + i, round),
          );
        }
      }
    }
  }
}

function labelValues({ labels, motion }: Row, source: string, device: number, index: number): string[] {
  const seed = device * 1000 + index;
  return labels.map((label, n) => {
    if (label === 'channel') return source.slice(source.indexOf('/') + 1);
    if (label === 'essence') return 'video';
    if (motion === 'info' && n > 0) return `${label}-${seed * 31 + n}`;
    return String(index + 1);
  });
}

/** Flags seldom change, the rest with each round. */
function valueOf(motion: Motion, seed: number, round: number): number {
  const noise = Math.abs(Math.sin(seed * 12.9898 + round * 78.233) * 43758.5453) % 1;
  switch (motion) {
    case 'info':
      return 1;
    case 'flag':
      return noise < 0.02 ? 0 : 1;
    case 'decimal':
      return Math.round(noise * 1000) / 10;
    case 'nanoseconds':
      return Math.round((noise - 0.5) * 2000) / 1e9;
    case 'rate':
      return Math.round(noise * 2.5e9);
    case 'count':
      return Math.floor(noise * 1e6) + round;
  }
}

/** The objects that change from one scrape to the next in the figure that is against prom-client. */
export const CHANGING = OBJECTS.filter(({ source }) => source === 'system/system' || source === 'ptp/ptp');

/** Writes objects of a device as a session does. */
export function write(
  target: TargetSeries,
  fleet: Fleet,
  device: number,
  objects: readonly DeviceObject[],
  round: number,
): void {
  for (const object of objects) {
    target.write(object.source, (sink) =>
      fleet.visit(device, [object], round, (family, labels, value) =>
        sink.sample(family, labelText(FAMILIES[family].labels, labels), value),
      ),
    );
  }
}

export function storeOf(fleet: Fleet): { store: SeriesStore; targets: TargetSeries[] } {
  const store = new SeriesStore(FAMILIES, { maxSeriesPerTarget: 20_000 });
  const targets = Array.from({ length: fleet.devices }, (_, device) => {
    const target = store.addTarget(fleet.nameOf(device));
    write(target, fleet, device, OBJECTS, 0);
    return target;
  });
  return { store, targets };
}
