import { flag, hasLoadingError, isProcessorReady, isWord, linkMode, number, PROCESSOR } from '@snp/protocol';
import { facts } from '../table/facts';
import { group } from '../table/family';
import { KEY } from '../table/labels';
import { at, rows } from '../table/place';
import { derived, value, type SampleReader, type ValueReader } from '../table/readers';
import { countUnset } from '../table/counts';
import { CONSOLE, PROCESSOR_CONFIG, SECTION_CONFIG, SYSTEM_CONFIG } from '../places/sources';

/** `A-procAudio` is of `processorA`. */
const ofProcessor = (objectId: string): string => objectId.replace(/^([A-Z])-procAudio$/, 'processor$1');

/** `A` is `processorA`, `MasterControl-A` is section `A`. */
const byLetter = (letter: string): string => (letter.length === 1 ? `processor${letter}` : letter);
const sectionOf = (objectId: string): string => objectId.replace(/^MasterControl-/, '');

const PROCESSOR_STATUS = at(PROCESSOR.type, '', { labels: { processor: KEY } });
const AUDIO = at('procAudio', '', { labels: { processor: ofProcessor } });
const EAS = at('MasterControl', 'EasStatus', { labels: { section: sectionOf } });
const MASTER_CONTROL = at('MasterControl', 'mclStatus', { labels: { section: sectionOf } });
const AUDIO_OVER = at('MasterControl', 'AudioOverStatus', { labels: { section: sectionOf } });

const multiviewer = (inner: string) =>
  rows('procMV', 'Proc_Stats', { key: 'name', inner, labels: { processor: byLetter } });
const DISPLAYS = { '1': multiviewer('display1'), '2': multiviewer('display2') };

/** The same field of both displays of all multiviewers. */
const displays = (field: string, read: ValueReader): SampleReader[] =>
  Object.entries(DISPLAYS).map(([display, place]) => value(place, field, read, { display }));

const isMissing = isWord('Missing');

/** Processors, multiviewers, master control and the controller. */
export const processors = group('processors', [
  {
    name: 'ic_snp_processor_info',
    type: 'info',
    labels: ['processor', 'personality'],
    help: 'Personality of a processor.',
    source: 'REST config/processorX: general.personality',
    read: facts(PROCESSOR_CONFIG, { personality: 'personality' }),
  },
  {
    name: 'ic_snp_processor_ready',
    type: 'gauge',
    labels: ['processor'],
    help: 'Whether the FPGA of a processor is loaded and ready.',
    source: 'processor.fpgaLoadingStatus',
    read: value(PROCESSOR_STATUS, PROCESSOR.loadingStatus, isProcessorReady),
  },
  {
    name: 'ic_snp_processor_load_error',
    type: 'gauge',
    labels: ['processor'],
    help: 'Whether loading the FPGA of a processor failed.',
    source: 'processor.fpgaLoadingError',
    read: value(PROCESSOR_STATUS, PROCESSOR.loadingError, hasLoadingError),
  },
  {
    name: 'ic_snp_processor_audio_packet_time_seconds',
    type: 'gauge',
    unit: 'seconds',
    labels: ['processor'],
    help: 'Audio packet time of a processor.',
    source: 'REST config/processorX: general.audioPacketTime',
    read: value(PROCESSOR_CONFIG, 'audioPacketTimeSeconds', number),
  },
  {
    name: 'ic_snp_processor_force_make_after_break',
    type: 'gauge',
    labels: ['processor'],
    help: 'Whether a processor always switches make-after-break.',
    source: 'REST config/processorX: general.forceMAB',
    read: value(PROCESSOR_CONFIG, 'forceMab', flag),
  },
  {
    name: 'ic_snp_section_info',
    type: 'info',
    labels: ['processor', 'section', 'operation_mode', 'input_mode'],
    help: 'Operation mode (HD, UHD) and input mode (SDI, IP) of a section of a processor.',
    source: 'REST config/processorX: sections[]',
    read: facts(SECTION_CONFIG, { operation_mode: 'operationMode', input_mode: 'inputMode' }),
  },
  {
    name: 'ic_snp_processor_audio_non_pcm_channels',
    type: 'gauge',
    labels: ['processor', 'stage'],
    help: 'Audio channels of a processor that do not carry PCM, by stage.',
    source: 'procAudio.AudDmxInPCMStatus[], AudIpInPCMStatus[], AudExpInPCMStatus[], AudOutPCMStatus[]',
    read: [
      derived(AUDIO, countUnset('AudDmxInPCMStatus', 'AudDmxInPCM'), { stage: 'demux' }),
      derived(AUDIO, countUnset('AudIpInPCMStatus', 'AudIpInPCM'), { stage: 'ip' }),
      derived(AUDIO, countUnset('AudExpInPCMStatus', 'AudExpInPCM'), { stage: 'expansion' }),
      derived(AUDIO, countUnset('AudOutPCMStatus', 'AudOutPCM'), { stage: 'output' }),
    ],
  },
  {
    name: 'ic_snp_multiviewer_cascade_alarm',
    type: 'gauge',
    labels: ['processor', 'display'],
    help: 'Whether the cascade input alarm of a multiviewer display is active.',
    source: 'procMV.Proc_Stats[].display1, display2: cascade_input_alarm_active',
    read: displays('cascade_input_alarm_active', flag),
  },
  {
    name: 'ic_snp_multiviewer_ports_missing',
    type: 'gauge',
    labels: ['processor', 'display'],
    help: 'Whether a multiviewer display has too few ports.',
    source: 'procMV.Proc_Stats[].display1, display2: not_enough_ports',
    read: displays('not_enough_ports', flag),
  },
  {
    name: 'ic_snp_multiviewer_outputs_used',
    type: 'gauge',
    labels: ['processor', 'display'],
    help: 'Number of outputs that a multiviewer display uses.',
    source: 'procMV.Proc_Stats[].display1, display2: num_outputs_used',
    read: displays('num_outputs_used', number),
  },
  {
    name: 'ic_snp_master_control_eas_client_info',
    type: 'info',
    labels: ['section', 'status'],
    help: 'Status of the emergency alert client of a master control section.',
    source: 'MasterControl.EasStatus.ClientStatus',
    read: facts(EAS, { status: 'ClientStatus' }),
  },
  {
    name: 'ic_snp_master_control_sfp_missing',
    type: 'gauge',
    labels: ['section', 'use'],
    help: 'Whether the SFP module that a master control section needs is missing, by use.',
    source: 'MasterControl.AudioOverStatus.AudioOverSfpModulePr, EasStatus.EASSfpModulePr',
    read: [
      value(AUDIO_OVER, 'AudioOverSfpModulePr', isMissing, { use: 'audio_over' }),
      value(EAS, 'EASSfpModulePr', isMissing, { use: 'eas' }),
    ],
  },
  {
    name: 'ic_snp_master_control_router_error',
    type: 'gauge',
    labels: ['section'],
    help: 'Whether a master control section cannot connect to its router.',
    source: 'MasterControl.mclStatus.routerConnectionError',
    read: value(MASTER_CONTROL, 'routerConnectionError', flag),
  },
  {
    name: 'ic_snp_boot_timestamp_seconds',
    type: 'gauge',
    unit: 'seconds',
    help: 'Start time of the controller of the device, to within two minutes.',
    source: 'REST console/status: upTime',
    read: value(CONSOLE, 'bootedAtSeconds', number),
  },
  {
    name: 'ic_snp_power_on_seconds',
    type: 'gauge',
    unit: 'seconds',
    help: 'Time since the device was powered on.',
    source: 'REST console/status: pwrOnTime',
    read: value(CONSOLE, 'powerOnSeconds', number),
  },
  {
    name: 'ic_snp_control_link_info',
    type: 'info',
    labels: ['mode', 'unit_name'],
    help: 'Mode of the control links (dual, bonded_active_backup, bonded_lacp, unknown) and name of the unit.',
    source: 'REST config/system: System_Control.Net_Mode, Global_Control.unit_name',
    read: facts(SYSTEM_CONFIG, { mode: { fields: ['netMode'], text: linkMode }, unit_name: 'unitName' }),
  },
]);
