import type { Body } from './audio-parts';

export function videoIn(id: string, more: Body = {}): Body {
  return {
    ...{ type: 'videoIn', object_ID: id, name: id, fme_ip: '10.1.2.3' },
    VideoInput: {
      ...{ VidPresent: true, VidStandard: '1080i/50', VidVpid: '85 06 01 01', VidColorimetry: 'Rec 709' },
      ...{ VidTransferCharacteristics: 'SDR-TV', CrcError: false, CrcErrCntA: 5, CrcErrCntB: 7 },
      ...{ EdhPresent: false, EdhError: false, EdhErrCntAP: 11, EdhErrCntFF: 13 },
      ...more,
    },
  };
}

export function genlock(more: Body = {}): Body {
  return {
    ...{ type: 'videoGenLock', object_ID: 'GenLock', name: 'GenLock', fme_ip: '10.1.2.3' },
    GenLock: { GL_RefLocked: true, GL_SyncPresent: true, VidStandard: '625i/50', ...more },
  };
}

export function processor(letter: string, more: Body = {}): Body {
  return {
    ...{ type: 'processor', object_ID: `processor${letter}`, name: `processor${letter}`, active: true },
    ...{ fpgaLoadingError: 'N/A', fpgaLoadingStatus: 'Ready', fme_ip: '10.1.2.3' },
    general: { AdvancedMode: false, audioPacketTimeModesAvail: '2 4 6' },
    ...more,
  };
}

/** Every third channel of a stage is not PCM; `idx` is a text, as on real devices. */
export function procAudio(letter: string, more: Body = {}): Body {
  return {
    ...{ type: 'procAudio', object_ID: `${letter}-procAudio`, name: `${letter}-procAudio`, fme_ip: '10.1.2.3' },
    AudDmxInPCMStatus: [],
    AudIpInPCMStatus: pcm('AudIpInPCM', 128),
    AudExpInPCMStatus: pcm('AudExpInPCM', 2),
    AudOutPCMStatus: pcm('AudOutPCM', 7),
    AudOutPCMStatusGwSdi: pcm('AudOutPCM', 128),
    AudDlyValue: [{ idx: 1, AudDlyApplied: 0 }],
    aapLoudnessMeters: [{ session: '1', instanceMeters: [{ idx: 0, currentInputLoudness: '-23.0' }] }],
    aapDolbyEDecoder: [{ session: '2', instanceStatus: { MetadataArray: [{ idx: 1, ac3_datarate: '448' }] } }],
    ...more,
  };
}

function pcm(field: string, count: number): Body[] {
  return Array.from({ length: count }, (_, index) => ({ idx: String(index + 1), [field]: index % 3 !== 2 }));
}

export function procMv(more: Body = {}): Body {
  const display = (outputs: number, isBad: boolean): Body => ({
    ...{ cascade_input_alarm_active: isBad, cascade_input_alarm_reason: '', not_enough_ports: !isBad },
    num_outputs_used: outputs,
  });
  const stats = ['A', 'B', 'C', 'D'].map((name, index) => ({
    ...{ idx: index + 1, name, type: 'processor', display1: display(index, true), display2: display(2, false) },
  }));
  return { type: 'procMV', object_ID: 'MVPROC', name: 'MVPROC', fme_ip: '10.1.2.3', Proc_Stats: stats, ...more };
}

export function masterControl(letter: string, more: Body = {}): Body {
  return {
    ...{ type: 'MasterControl', object_ID: `MasterControl-${letter}`, name: 'MasterControl', fme_ip: '10.1.2.3' },
    AudioOverStatus: { AudioOverAudType: 'MADI', AudioOverSfpModulePr: 'Missing' },
    EasStatus: { ClientStatus: 'Disabled', EASAudType: 'MADI', EASSfpModulePr: 'Present', LastMessageText: 'N/A' },
    ...more,
  };
}
