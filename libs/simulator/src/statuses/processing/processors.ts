import { PROCESSORS } from '../../model/identity';
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
      const outputs = identity.personalities[name] === 'Multiviewer' ? 1 : 0;
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
  fields: () => ({
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
  }),
};

export const procMisc: Generator = {
  type: 'procMisc',
  ids: () => ['misc1', 'misc786433'],
  fields: () => ({ ProcMisc: {} }),
};
