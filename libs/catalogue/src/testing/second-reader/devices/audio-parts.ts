/** What a status holds, to be overlaid with what a test is about. */
export type Body = Record<string, unknown>;

const GROUPS = [1, 2, 3, 4];

/** The embedded audio of one link; `present` are the groups that it carries. */
export function audio(present: readonly number[], more: Body = {}): Body {
  return { ...demultiplexer(present), ...multiplexer(), ...more };
}

/** The embedded audio from SDI to IP: there is no multiplexer. */
export function demultiplexer(present: readonly number[], more: Body = {}): Body {
  const body: Body = { AudVbitStatus: '==== ==== ==== ====', AudFormatStatus: 'PPPP PPPP PPPP PPPP' };
  for (const group of GROUPS) {
    const isPresent = present.includes(group);
    body[`AudDmxGrp${group}Present`] = isPresent;
    for (const error of ['Crc', 'DBN', 'Par', 'Ecc']) body[`AudDmxGrp${group}${error}Error`] = false;
    body[`AudDmxGrp${group}ActiveCh`] = isPresent ? 'CH1234' : 'None';
    body[`AudDmxGrp${group}SampleRate`] = isPresent ? '48kHz' : 'N/A';
  }
  return { ...body, ...more };
}

function multiplexer(): Body {
  const body: Body = {};
  for (const group of GROUPS) {
    body[`MuxGrp${group}AppendErr`] = false;
    body[`MuxGrp${group}OvrwErr`] = false;
  }
  return body;
}
