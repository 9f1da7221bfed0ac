import { faultOf, type AlertCases } from './case';

const state = (name: string, channel = 'A-HD-1') =>
  `ic_snp_channel_changeover_program_state{channel="${channel}",state="${name}"}`;
const ARMED = 'ic_snp_channel_changeover_armed{channel="A-HD-1"}';
const CASCADE = 'ic_snp_multiviewer_cascade_alarm{processor="processorA",display="1"}';
const PORTS = 'ic_snp_multiviewer_ports_missing{processor="processorA",display="1"}';
const sfpMissing = (use: string) => `ic_snp_master_control_sfp_missing{section="A",use="${use}"}`;
const ROUTER = 'ic_snp_master_control_router_error{section="B"}';
const READY = 'ic_snp_processor_ready{processor="processorD"}';
const LOAD_ERROR = 'ic_snp_processor_load_error{processor="processorD"}';

/** Channels, reference and processors. */
export const processingCases: AlertCases = {
  SnpChangeoverProtect: {
    minutes: 10,
    fires: {
      protect: {
        series: { [state('main')]: '1 for 5m, 0', [state('protect')]: '0 for 5m, 1', [ARMED]: '1 for 1m, 0' },
        labels: { channel: 'A-HD-1', state: 'protect' },
        summary: 'channel A-HD-1 is on its protect path',
      },
      'pass protect': {
        series: { [state('pass_protect', 'B-HD-2')]: '1' },
        labels: { channel: 'B-HD-2', state: 'pass_protect' },
        summary: 'channel B-HD-2 is on its protect path',
      },
    },
    silent: {
      main: { [state('main')]: '1', [state('protect')]: '0' },
      off: { [state('off')]: '1', [state('protect')]: '0' },
      'back on main': { [state('protect')]: '1 for 9m, 0', [state('main')]: '0 for 9m, 1' },
    },
  },
  SnpChangeoverFallback: faultOf(
    'ic_snp_channel_changeover_program_state',
    { channel: 'C-HD-1', state: 'black' },
    { good: '0', bad: '1', summary: 'channel C-HD-1 has lost both sources (black)' },
  ),
  SnpChangeoverNotArmed: {
    minutes: 20,
    fires: {
      'on main': {
        series: { [ARMED]: '1 for 3m, 0', [state('main')]: '1', [state('protect')]: '0' },
        labels: { channel: 'A-HD-1' },
        summary: 'the changeover of channel A-HD-1 is not armed',
      },
    },
    silent: {
      'on protect': { [ARMED]: '1 for 11m, 0', [state('protect')]: '0 for 11m, 1' },
      'on its test signal': { [ARMED]: '1 for 13m, 0', [state('tsg')]: '0 for 13m, 1' },
      armed: { [ARMED]: '0 for 6m, 1' },
      'not in use': { [ARMED]: '0 for 8m, none' },
    },
  },
  SnpGenlockLost: {
    minutes: 20,
    fires: {
      'present, not locked': {
        series: { ic_snp_genlock_present: '1', ic_snp_genlock_locked: '1 for 10m, 0' },
        summary: 'genlock is lost',
      },
      gone: {
        series: { ic_snp_genlock_present: '1 for 10m, 0', ic_snp_genlock_locked: '1 for 10m, 0' },
        summary: 'genlock is lost',
      },
    },
    silent: {
      'no reference ever': { ic_snp_genlock_present: '0', ic_snp_genlock_locked: '0' },
      locked: { ic_snp_genlock_present: '1', ic_snp_genlock_locked: '1' },
      'locked again': { ic_snp_genlock_present: '1', ic_snp_genlock_locked: '0 for 19m, 1' },
    },
  },
  SnpProcessorLoadError: faultOf(
    'ic_snp_processor_load_error',
    { processor: 'processorA' },
    { good: '0', bad: '1', summary: 'processorA cannot load its personality' },
  ),
  SnpProcessorNotReady: {
    minutes: 20,
    fires: {
      'for ten minutes': {
        series: { [READY]: '1 for 2m, 0', [LOAD_ERROR]: '0' },
        labels: { processor: 'processorD' },
        summary: 'processorD is not ready',
      },
    },
    silent: {
      'load error': { [READY]: '1 for 13m, 0', [LOAD_ERROR]: '0 for 13m, 1' },
      ready: { [READY]: '1' },
      'new personality': { [READY]: '1 for 8m, 0 for 2m, 1', [LOAD_ERROR]: '0' },
    },
  },
  SnpMultiviewer: {
    minutes: 10,
    fires: {
      cascade: {
        series: { [CASCADE]: '0 for 5m, 1', [PORTS]: '0' },
        labels: { processor: 'processorA', display: '1' },
        summary: 'display 1 of the multiviewer on processorA lacks inputs',
      },
      ports: {
        series: { [CASCADE]: '1', [PORTS]: '1' },
        labels: { processor: 'processorA', display: '1' },
        summary: 'display 1 of the multiviewer on processorA lacks inputs',
      },
    },
    silent: { 'in order': { [CASCADE]: '0', [PORTS]: '0' }, repaired: { [CASCADE]: '1 for 9m, 0', [PORTS]: '0' } },
  },
  SnpMasterControlSfp: {
    minutes: 10,
    fires: {
      pulled: {
        series: { [sfpMissing('audio_over')]: '0 for 5m, 1' },
        labels: { section: 'A', use: 'audio_over' },
        summary: 'the SFP of master control A for audio over is missing',
      },
      'EAS client without module': {
        series: {
          [sfpMissing('eas')]: '1',
          'ic_snp_master_control_eas_client_info{section="A",status="Connected"}': '1',
        },
        labels: { section: 'A', use: 'eas' },
        summary: 'the SFP of master control A for eas is missing',
      },
    },
    silent: {
      'none ever': { [sfpMissing('audio_over')]: '1' },
      'EAS client off': {
        [sfpMissing('eas')]: '1',
        'ic_snp_master_control_eas_client_info{section="A",status="Disabled"}': '1',
      },
      inserted: { [sfpMissing('eas')]: '1 for 9m, 0' },
    },
  },
  SnpMasterControlRouter: {
    minutes: 10,
    fires: {
      'router gone': {
        series: {
          [ROUTER]: '0 for 5m, 1',
          'ic_snp_processor_info{processor="processorB",personality="Master Control Lite"}': '1',
          'ic_snp_processor_info{processor="processorA",personality="Sync"}': '1',
        },
        labels: { section: 'B' },
        summary: 'master control B has lost its router',
      },
      'personality not known': {
        series: { [ROUTER]: '0 for 5m, 1' },
        labels: { section: 'B' },
        summary: 'master control B has lost its router',
      },
    },
    silent: {
      'another personality': {
        [ROUTER]: '1',
        'ic_snp_processor_info{processor="processorB",personality="Quad Conversion"}': '1',
      },
      'back again': { [ROUTER]: '1 for 9m, 0' },
    },
  },
};
