import { rows, type Generator } from './generator';

/** Objects that a device has and that say little: their shape is all there is. */

const PANELS = 32;
const GROUPS = 32;
const SECTIONS = 128;

export const panelControlService: Generator = {
  type: 'PanelControlService',
  ids: () => ['PanelControlService'],
  fields: () => ({
    GroupTableStatus: rows(GROUPS, (idx) => ({ groupStatus: 'Unknown', idx })),
    MclSectionTableStatus: rows(SECTIONS, (idx) => ({ idx, mclSectionStatus: 'Unknown' })),
    PanelTableStatus: rows(PANELS, (idx) => ({ idx, panelStatus: 'Unknown' })),
  }),
};

export const gpi: Generator = { type: 'GPI', ids: () => ['GPI'], fields: () => ({ gpiDevice: [] }) };

export const sqm: Generator = { type: 'SQM', ids: () => ['SQM'], fields: () => ({ SQM: {} }) };
