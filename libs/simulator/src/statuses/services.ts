import { hasOldFirmware } from '../model/identity';
import { rows, type Generator } from './generator';

/** Objects that a device has and that say little: their shape is all there is. */

const TABLES = { panels: 32, groups: 32, sections: 128 };
const TABLES_OF_OLD_FIRMWARE = { panels: 16, groups: 16, sections: 32 };

export const panelControlService: Generator = {
  type: 'PanelControlService',
  ids: () => ['PanelControlService'],
  fields({ identity }) {
    const { panels, groups, sections } = hasOldFirmware(identity) ? TABLES_OF_OLD_FIRMWARE : TABLES;
    return {
      GroupTableStatus: rows(groups, (idx) => ({ groupStatus: 'Unknown', idx })),
      MclSectionTableStatus: rows(sections, (idx) => ({ idx, mclSectionStatus: 'Unknown' })),
      PanelTableStatus: rows(panels, (idx) => ({ idx, panelStatus: 'Unknown' })),
    };
  },
};

export const gpi: Generator = { type: 'GPI', ids: () => ['GPI'], fields: () => ({ gpiDevice: [] }) };

export const sqm: Generator = { type: 'SQM', ids: () => ['SQM'], fields: () => ({ SQM: {} }) };
