/** A series that a scrape must have: metric name, labels beside `target`, value. */
export type ExpectedSeries = readonly [name: string, labels: Readonly<Record<string, string>>, value: number];

/** The same value for every index from 1 on. */
function each(name: string, ...values: number[]): ExpectedSeries[] {
  return values.map((value, at) => [name, { index: String(at + 1) }, value]);
}

/** Receivers by their index, with what they receive. */
function videoReceivers(video: string, colorimetry: string, ...indexes: number[]): ExpectedSeries[] {
  return indexes.map((index) => ['ic_snp_video_rx_info', { index: String(index), video, colorimetry }, 1]);
}

function changeover(value: number, ...channels: string[]): ExpectedSeries[] {
  return channels.map((index) => ['ic_snp_aco_abstatus', { index }, value]);
}

/** Typed by hand from the captured statuses of one device. */
export const CAPTURE_VALUES: readonly ExpectedSeries[] = [
  ['ic_snp_api_status', {}, 1],
  ['ic_snp_up', {}, 1],
  ['ic_snp_session_state', { state: 'connected' }, 1],
  ['ic_snp_session_state', { state: 'connecting' }, 0],
  ['ic_snp_session_state', { state: 'disconnected' }, 0],
  ['ic_snp_session_state', { state: 'error' }, 0],
  ['ic_snp_session_connects_total', {}, 1],
  ['ic_snp_session_dropped_series_total', {}, 0],
  ['ic_snp_poll_success', { endpoint: 'processor' }, 1],
  ['ic_snp_poll_success', { endpoint: 'system' }, 1],
  ['ic_snp_mainboard_temperature', {}, 44],
  ['ic_snp_ioboard_temperature', {}, 44.5],
  ['ic_snp_powersupply_status', {}, 1],
  ['ic_snp_hardware_info', { firmware: '3.2.0.35', hardware: '1.0', serial: '2118161053' }, 1],
  ['ic_snp_major_alarms', {}, 0],
  ['ic_snp_minor_alarms', {}, 46],
  ...each('ic_snp_fpga_temperature', 66.5, 77, 80, 67.5, 59.5),
  ...each('ic_snp_fpga_fan_status', 1, 1, 1, 1, 1),
  ...each('ic_snp_fpga_temp_alarm', 0, 0, 0, 0, 0),
  ...each('ic_snp_fpga_config_alarm', 0, 0, 0, 0, 0),
  ...each('ic_snp_fpga_fan_alarm', 0, 0, 0, 0, 0),
  ...each('ic_snp_front_fan_status', 1, 1, 1, 1),
  ...each('ic_snp_front_fan_rpm', 12024, 12211, 12404, 12643),
  ...each('ic_snp_qsfp_present', 1, 1),
  ...each('ic_snp_qsfp_data_valid', 1, 1),
  ...each('ic_snp_qsfp_temp_alarm', 0, 0),
  ...each('ic_snp_sfp_present', 0, 0, 0, 0),
  ...each('ic_snp_sfp_mismatch', 0, 0, 0, 0),
  ['ic_snp_fcs_primary_errors_exceeded', {}, 0],
  ['ic_snp_fcs_secondary_errors_exceeded', {}, 0],
  ['ic_snp_ptp_status', {}, 1],
  ['ic_snp_ptp_master_offset', {}, 0.132],
  ['ic_snp_ptp_master_delay', {}, 0.153],
  ['ic_snp_ptp_is_master', {}, 0],
  ['ic_snp_ptp_biggest_sys_time_update_ms', {}, 1001],
  ['ic_snp_ptp_num_sys_time_updates', {}, 23],
  [
    'ic_snp_ptp_info_info',
    {
      clock_identity: '00 90 F9 FF FE 34 7D D6',
      controller_state: 'Locked',
      master_ip: '10.9.9.65',
      master_interface_ip: '10.9.75.10',
      master_uuid: '08-00-11-FF-FE-23-2C-56',
      master_present: 'Primary/Secondary',
    },
    1,
  ],
  ...videoReceivers('1080i/50', 'Rec 709', 1, 18, 24, 28),
  ...videoReceivers('1080i/59.94', 'Rec 709', 8, 9, 17, 23, 25, 26, 27, 29, 30, 31, 32),
  ...videoReceivers('1080i/59.94', 'Rec 2020/2100', 10, 11, 12, 13, 14, 15, 16),
  ...videoReceivers('Not Present', 'Rec 709', 2, 3, 4, 5, 6, 7, 35, 36),
  ...videoReceivers('Not Present', 'Unknown', 19, 20, 21, 22, 33, 34),
  ...changeover(0, 'A-HD-1', 'A-HD-2', 'A-HD-3', 'A-HD-4', 'A-HD-5', 'A-HD-6', 'A-HD-7', 'A-HD-8', 'A-HD-9'),
  ...changeover(1, 'B-HD-1', 'B-HD-2', 'B-HD-3', 'B-HD-4', 'B-HD-5', 'B-HD-6', 'B-HD-7', 'B-HD-8'),
  ...changeover(0, 'B-HD-9', 'C-HD-9', 'D-HD-9'),
  ...changeover(1, 'C-HD-1', 'C-HD-2', 'C-HD-3', 'C-HD-4', 'C-HD-5', 'C-HD-6', 'C-HD-7', 'C-HD-8'),
  ...changeover(1, 'D-HD-1', 'D-HD-2', 'D-HD-3', 'D-HD-4', 'D-HD-5', 'D-HD-6', 'D-HD-7', 'D-HD-8'),
];

/** Metrics for which the captured device has no value, or that say nothing of it: there must be no series. */
export const CAPTURE_ABSENT: readonly string[] = [
  'ic_snp_qsfp_temperature',
  'ic_snp_sfp_info',
  'ic_snp_registration_server_connected',
  'ic_snp_channel_changeover_program_state',
  'ic_snp_channel_changeover_armed',
  'ic_snp_channel_jpegxs_decoder_errors',
];
