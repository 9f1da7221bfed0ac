/** The types of the API, by the names that the dashboard uses. */
import type { DeviceStatusDto, HealthCountsDto, ProbeStepDto, SessionDto } from '@snp/api-client';

export type {
  AboutDto as About,
  AlarmChangeDto as AlarmChange,
  AlarmDto as Alarm,
  AudioGroupDto as AudioGroup,
  BulkChangeDto as BulkChange,
  CatalogueEntryDto as CatalogueEntry,
  ChangeoverDto as Changeover,
  ChannelDto as Channel,
  ConflictRule,
  ConnectionChangeDto as ConnectionChange,
  ConnectionDto as Connection,
  CreateConnectionDto as NewConnection,
  DeviceObjectDto as DeviceObject,
  DeviceStatusDto as DeviceStatus,
  DeviceSummaryDto as DeviceSummary,
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
  StateChangeDto as StateChange,
  TemperatureDto as Temperature,
} from '@snp/api-client';

export type HealthLevel = keyof HealthCountsDto;
export type HealthCounts = HealthCountsDto;
export type SessionState = SessionDto['state'];
export type PtpState = NonNullable<NonNullable<DeviceStatusDto['ptp']>['state']>;
export type ProbeStepName = ProbeStepDto['step'];
