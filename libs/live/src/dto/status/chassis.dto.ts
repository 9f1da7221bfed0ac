import { ApiProperty } from '@nestjs/swagger';
import type { SessionState } from '@snp/collector';
import { CONNECTION_STATUSES } from '@snp/connections';
import {
  NullableCount,
  NullableFlag,
  NullableMoment,
  NullableNumber,
  NullableText,
  Count,
  Word,
  Moment,
  Texts,
} from '../fields';

export const OPTICS_KINDS = ['qsfp', 'sfp_rx', 'sfp_tx'] as const;
export type OpticsKind = (typeof OPTICS_KINDS)[number];

export const LICENCE_KINDS = ['personality', 'audio'] as const;
export type LicenceKind = (typeof LICENCE_KINDS)[number];

/** Who the device is. */
export class IdentityDto {
  @NullableText('Serial number', '2118161053')
  serial!: string | null;

  @NullableText('Firmware', '3.2.0.35')
  firmware!: string | null;

  @NullableText('Hardware revision', '1.0')
  hardware!: string | null;

  @NullableText('Chassis', 'SNP Classic')
  chassis!: string | null;

  @ApiProperty({ type: [String], description: 'MAC addresses of the control ports', example: ['00:90:f9:34:7d:d4'] })
  mac_addresses!: string[];

  @NullableText('Name of the unit, as configured', 'ROC-SNP-01')
  unit_name!: string | null;

  @NullableText('Host name', 'SNP-2118161053')
  hostname!: string | null;

  @NullableText('Mode of the two control ports', 'Dual Addresses')
  control_link!: string | null;

  @NullableNumber('Time since the device started, seconds', 1214700)
  uptime_seconds!: number | null;

  @NullableNumber('Time since the device was powered on, seconds', 1214769)
  power_on_seconds!: number | null;

  @NullableFlag('Whether the device requires a reboot', false)
  reboot_required!: boolean | null;

  @Texts('Personality of each processor', { processorA: 'Multiviewer', processorB: 'Quad Conversion' })
  personalities!: Record<string, string>;
}

export class PowerSupplyDto {
  @Count('Number of the power supply, 1 or 2', 1)
  index!: number;

  @NullableFlag('Whether it is enabled')
  enabled!: boolean | null;

  @NullableFlag('Whether it is present')
  present!: boolean | null;

  @NullableFlag('Whether its fan turns')
  fan_ok!: boolean | null;
}

export class PowerDto {
  @NullableFlag('Whether the power supplies as a whole are OK')
  ok!: boolean | null;

  @NullableText('Status of the power supplies as reported by the device', 'OK')
  status!: string | null;

  @NullableFlag('Whether the fan alarm of the power supplies is active', false)
  fan_alarm!: boolean | null;

  @NullableFlag('Type of the power supplies: whether they can be swapped under power', false)
  hot_swap!: boolean | null;

  @ApiProperty({ type: () => [PowerSupplyDto], description: 'The power supplies' })
  supplies!: PowerSupplyDto[];
}

export class FanDto {
  @Count('Number of the fan', 1)
  index!: number;

  @NullableFlag('Whether the fan is OK')
  ok!: boolean | null;

  @NullableNumber('Speed, revolutions per minute', 12024)
  speed_rpm!: number | null;
}

export class TemperatureDto {
  @ApiProperty({
    description:
      '`main_board`, `io_board`, `tx_board`, `exp1_board`, `exp2_board`, `fpga_N`, `qsfp_N`, `sfp_rx_N`, `sfp_tx_N`',
    example: 'main_board',
  })
  sensor!: string;

  @ApiProperty({ type: Number, description: 'Degrees Celsius', example: 44 })
  celsius!: number;

  @NullableFlag("The device's own alarm; null where the sensor has none", false)
  alarm!: boolean | null;
}

export class FpgaDto {
  @Count('Number of the FPGA', 1)
  index!: number;

  @NullableNumber('Temperature, degrees Celsius', 66.5)
  celsius!: number | null;

  @NullableFlag('Temperature alarm', false)
  temperature_alarm!: boolean | null;

  @NullableFlag('Configuration alarm', false)
  configuration_alarm!: boolean | null;

  @NullableFlag('Fan alarm', false)
  fan_alarm!: boolean | null;

  @NullableFlag('Whether its fan is OK')
  fan_ok!: boolean | null;

  @NullableText('Calibration alarm; empty if there is none', '')
  calibration_alarm!: string | null;
}

export class LaneDto {
  @Count('Number of the lane', 1)
  lane!: number;

  @NullableNumber('Received optical power, dBm', -0.4)
  receive_dbm!: number | null;

  @NullableNumber('Transmitted optical power, dBm', 0.6)
  transmit_dbm!: number | null;
}

export class OpticsDto {
  @Word('Type of the module', OPTICS_KINDS)
  kind!: OpticsKind;

  @Count('Number of the module', 1)
  index!: number;

  @NullableFlag('Whether a module is present')
  present!: boolean | null;

  @NullableFlag('Whether the data of the module is valid')
  data_valid!: boolean | null;

  @NullableFlag('Whether the module does not match its configuration', false)
  mismatch!: boolean | null;

  @NullableFlag('Whether forward error correction (FEC) is on')
  fec_enabled!: boolean | null;

  @NullableText('Vendor; null if unknown or without a module', 'Arista Networks')
  vendor!: string | null;

  @NullableText('Part number', 'CAB-Q-Q-100G-2M')
  part_number!: string | null;

  @NullableText('Serial number', 'XPK212233123')
  serial!: string | null;

  @NullableNumber('Temperature, degrees Celsius', 38.2)
  celsius!: number | null;

  @NullableFlag('Temperature alarm', false)
  temperature_alarm!: boolean | null;

  @ApiProperty({ type: () => [LaneDto], description: 'Lanes with measured values; empty for a copper cable' })
  lanes!: LaneDto[];
}

export class LicenceDto {
  @Word('Type of the licence', LICENCE_KINDS)
  kind!: LicenceKind;

  @ApiProperty({ description: 'Key', example: 'SNP-SK-QUAD-3GCONV' })
  key!: string;

  @NullableText('Title', 'Quad 1080P Conversion Personality')
  title!: string | null;

  @NullableCount('Total tokens or credits', 4)
  total!: number | null;

  @NullableCount('Available tokens or credits', 0)
  available!: number | null;

  @NullableText('Why the configuration exceeds the licence; empty if it does not', '')
  complaint!: string | null;
}

export class ProcessorDto {
  @ApiProperty({ description: '`processorA` to `processorD`', example: 'processorA' })
  processor!: string;

  @NullableText('Personality', 'Multiviewer')
  personality!: string | null;

  @NullableFlag('Whether it is loaded and ready')
  ready!: boolean | null;

  @NullableText('Loading state', 'Ready')
  loading_status!: string | null;

  @NullableText('Loading error; empty if there is none', '')
  load_error!: string | null;

  @NullableNumber('Audio packet time, seconds', 0.001)
  audio_packet_time_seconds!: number | null;

  @NullableFlag('Whether a sender is switched off because the bandwidth of the processor is used up', false)
  transmit_over_bandwidth!: boolean | null;

  @NullableFlag('Whether receivers always switch make-after-break', false)
  force_make_after_break!: boolean | null;
}

/** The live link to the device. */
export class SessionDto {
  @Word('State of the session', CONNECTION_STATUSES, 'connected')
  state!: SessionState;

  @ApiProperty({ description: 'Reason for the state', example: 'receiving statuses' })
  reason!: string;

  @Moment('Time the session entered this state')
  since!: string;

  @NullableMoment('Time of the last message from the device, heartbeats included')
  last_message_at!: string | null;

  @NullableMoment('Time of the last status from the device: the age of its values')
  last_status_at!: string | null;

  @NullableMoment('Time the session was connected; null if it is not')
  connected_at!: string | null;

  @ApiProperty({ type: Number, description: 'Messages per second, over the last few seconds', example: 1.2 })
  messages_per_second!: number;

  @Count('Messages received', 123456)
  messages!: number;

  @Count('Bytes received', 987654321)
  received_bytes!: number;

  @Count('Number of times the session was established', 2)
  connects!: number;

  @Count('Number of times the session was lost', 1)
  disconnects!: number;

  @Count('Messages and statuses that could not be decoded', 0)
  decode_errors!: number;

  @Count('Objects received from the device', 105)
  objects!: number;

  @Count('Series of the device on `/metrics`', 1420)
  series!: number;

  @Count('Series dropped by the limit per device', 0)
  dropped_series!: number;

  @NullableMoment('Expiry time of the device certificate', '2031-01-01T00:00:00.000Z')
  certificate_expires_at!: string | null;
}
