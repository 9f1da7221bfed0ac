import { ApiProperty } from '@nestjs/swagger';
import { Count, Moment, NullableRows, NullableSection } from '../fields';
import { ChannelDto } from './channels.dto';
import { FanDto, FpgaDto, IdentityDto, PowerDto, ProcessorDto, TemperatureDto } from './chassis.dto';
import { GenlockDto, InputDto } from './inputs.dto';
import { LicenceDto, OpticsDto } from './modules.dto';
import { NetworkDto, PtpDto } from './network.dto';
import { SessionDto } from './session.dto';
import { ReceiverDto, SenderDto } from './streams.dto';

/** What a device says of itself now, decoded, in base units. A section is null where its objects are not subscribed. */
export class DeviceStatusDto {
  @Count('Id of the connection', 7)
  connection_id!: number;

  @ApiProperty({ description: 'Name of the connection', example: 'MCR-SNP-02' })
  name!: string;

  @Moment('Time of this response')
  generated_at!: string;

  @ApiProperty({ type: () => SessionDto })
  session!: SessionDto;

  @NullableSection(IdentityDto, 'Identity of the device')
  identity!: IdentityDto | null;

  @NullableSection(PowerDto, 'Power supplies')
  power!: PowerDto | null;

  @NullableRows(FanDto, 'Front fans')
  fans!: FanDto[] | null;

  @NullableRows(TemperatureDto, 'Every sensor with a reading')
  temperatures!: TemperatureDto[] | null;

  @NullableRows(FpgaDto, 'FPGAs')
  fpgas!: FpgaDto[] | null;

  @NullableRows(OpticsDto, 'QSFP and SFP modules')
  optics!: OpticsDto[] | null;

  @NullableSection(PtpDto, 'PTP')
  ptp!: PtpDto | null;

  @NullableSection(NetworkDto, 'Media networks')
  network!: NetworkDto | null;

  @NullableRows(ReceiverDto, 'Receivers with a source')
  receivers!: ReceiverDto[] | null;

  @NullableRows(SenderDto, 'Senders that have or had a destination in this session')
  senders!: SenderDto[] | null;

  @NullableRows(ChannelDto, 'Processing channels in use')
  channels!: ChannelDto[] | null;

  @NullableRows(InputDto, 'SDI inputs')
  inputs!: InputDto[] | null;

  @NullableSection(GenlockDto, 'Reference input')
  genlock!: GenlockDto | null;

  @NullableRows(ProcessorDto, 'Processors')
  processors!: ProcessorDto[] | null;

  @NullableRows(LicenceDto, 'Licences')
  licences!: LicenceDto[] | null;
}
