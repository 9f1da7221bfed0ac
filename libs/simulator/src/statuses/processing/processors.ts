import { PROCESSORS, type Processor } from '../../model/device-kind';
import { hasOldFirmware } from '../../model/identity';
import { rows, type Body, type Generator } from '../generator';

const LAYOUTS = 'Four.xml:DEFAULT.xml:SixteenByNine.xml';

export const processor: Generator = {
  type: 'processor',
  ids: () => PROCESSORS.map((name) => `processor${name}`),
  fields: () => ({
    general: {
      SelectLayoutDisplay1_optList: LAYOUTS,
      audioPacketTimeModesAvail: '2 4 6',
      AdvancedMode: false,
      SelectLayoutDisplay2_optList: LAYOUTS,
    },
    fpgaLoadingError: 'N/A',
    fpgaLoadingStatus: 'Ready',
    active: true,
  }),
};

export const procMV: Generator = {
  type: 'procMV',
  ids: () => ['MVPROC'],
  fields: ({ identity }) => ({
    Proc_Stats: PROCESSORS.map((name, at) => {
      const outputs = identity.personalities[name].startsWith('Multiviewer') ? 1 : 0;
      return { display1: display(outputs), display2: display(0), idx: at + 1, name, type: 'processor' };
    }),
  }),
};

function display(outputs: number): Body {
  return {
    cascade_input_alarm_active: false,
    cascade_input_alarm_reason: '',
    not_enough_ports: false,
    num_outputs_used: outputs,
  };
}

export const masterControl: Generator = {
  type: 'MasterControl',
  title: 'MasterControl',
  ids: () => PROCESSORS.map((name) => `MasterControl-${name}`),
  fields({ identity }, id) {
    if (!hasOldFirmware(identity)) return AUDIO_OVER_AND_EAS;
    const isInUse = identity.personalities[id.slice(-1) as Processor].startsWith('Master Control');
    return { mclStatus: isInUse ? ROUTED : NOT_ROUTED, GPIConfiguration: PORTS };
  },
};

const AUDIO_OVER_AND_EAS: Body = {
  AudioOverStatus: { AudioOverAudType: 'MADI', AudioOverSfpModulePr: 'Missing' },
  EasStatus: {
    AppearanceWarning: rows(4, (idx) => ({ idx, warning: 'None' })),
    ClientStatus: 'Disabled',
    EASAudType: 'MADI',
    EASSfpModulePr: 'Missing',
    LastMessagePlayoutStatus: 'N/A',
    LastMessageSeverity: 'N/A',
    LastMessageText: 'N/A',
    LastMessageTime: 'N/A',
  },
};

/** What firmware 3.1 says instead. */
const ROUTED: Body = {
  routerConnectionError: false,
  invalidLogicalName: '',
  RoutingPgmSrcStatus: 'PGM BUS 1',
  RoutingPstSrcStatus: 'PST BUS 1',
  RoutingAuxSrcStatus: 'AUX BUS 1',
  Pgm1_SourceStatus: 'SRV 1',
  Pgm2_SourceStatus: 'SRV 2',
};
const NOT_ROUTED: Body = Object.fromEntries(
  Object.entries(ROUTED).map(([field, value]) => [field, typeof value === 'string' ? '' : value]),
);
const PORTS = rows(24, (idx) => ({ idx, inputState: false, outputState: false }));

export const procMisc: Generator = {
  type: 'procMisc',
  ids: () => ['misc1', 'misc786433'],
  fields: () => ({ ProcMisc: {} }),
};
