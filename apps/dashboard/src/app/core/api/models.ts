/** The words of the API, as the dashboard uses them. */
import type {
  AlarmDto,
  DeviceStatusDto,
  FindingDto,
  FleetDeviceDto,
  HealthCountsDto,
  ProbeStepDto,
  SessionDto,
} from '@snp/api-client';

export type {
  AboutDto as About,
  AlarmDto as Alarm,
  AudioGroupDto as AudioGroup,
  BulkChangeDto as BulkChange,
  CatalogueEntryDto as CatalogueEntry,
  ChannelDto as Channel,
  ConflictRule,
  ConnectionDto as Connection,
  CreateConnectionDto as NewConnection,
  DeviceObjectDto as DeviceObject,
  DeviceStatusDto as DeviceStatus,
  DiscoveredObjectDto as DiscoveredObject,
  EventDto as DeviceEvent,
  FanDto as Fan,
  FiguresDto as Figures,
  FindingDto as Finding,
  FleetDeviceDto as FleetDevice,
  FleetDto as Fleet,
  FpgaDto as Fpga,
  HealthDto as Health,
  HistoryDto as History,
  HistorySeriesDto as HistorySeries,
  IdentityDto as Identity,
  ImportedEntryDto as ImportedEntry,
  ImportOutcome,
  ImportResultDto as ImportResult,
  InputDto as Input,
  LegDto as Leg,
  NetworkDto as Network,
  ObjectRefDto as ObjectRef,
  ObjectStatusDto as ObjectStatus,
  ObjectTemplateDto as ObjectTemplate,
  OpticsDto as Optics,
  PowerDto as Power,
  ProbeRequestDto as ProbeRequest,
  ProbeStepDto as ProbeStep,
  PtpDto as Ptp,
  RawObjectDto as RawObject,
  ReceiverDto as Receiver,
  SenderDto as Sender,
  SeriesDto as Series,
  SessionDto as Session,
  TemperatureDto as Temperature,
} from '@snp/api-client';

export type HealthLevel = keyof HealthCountsDto;
export type HealthCounts = HealthCountsDto;
export type SessionState = SessionDto['state'];
export type PtpState = NonNullable<NonNullable<DeviceStatusDto['ptp']>['state']>;
export type ProbeStepName = ProbeStepDto['step'];
export type FindingTab = FindingDto['tab'];

/** A device in one line, as the event stream tells it. */
export type DeviceSummary = Omit<FleetDeviceDto, 'sparkline'>;

/** The event stream: an alarm was raised or cleared. */
export interface AlarmChange extends AlarmDto {
  kind: 'raised' | 'cleared';
  at: string;
}

/** The event stream: a session went from one state to another. */
export interface StateChange {
  id: number;
  name: string;
  from: SessionState;
  to: SessionState;
  reason: string;
  at: string;
}

/** The event stream: a connection was added, changed or removed. */
export interface ConnectionChange {
  kind: 'added' | 'changed' | 'removed';
  id: number;
}
