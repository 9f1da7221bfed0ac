import { ApiProperty } from '@nestjs/swagger';
import { Count, NullableFlag, NullableNumber, NullableText, Texts } from '../fields';

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

/** A power supply. */
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

/** The power supplies and what is said of them together. */
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

/** A front fan. */
export class FanDto {
  @Count('Number of the fan', 1)
  index!: number;

  @NullableFlag('Whether the fan is OK')
  ok!: boolean | null;

  @NullableNumber('Speed, revolutions per minute', 12024)
  speed_rpm!: number | null;
}

/** A temperature sensor with a reading. */
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

/** An FPGA. */
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

/** A processor. */
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
