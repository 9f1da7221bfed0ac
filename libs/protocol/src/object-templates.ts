import { LOCAL_ELEMENT, OBJECT_TYPES } from './objects';
import type { ObjectRef } from './requests';

/** A ready-made list of objects to subscribe to. */
export interface ObjectTemplate {
  readonly name: TemplateName;
  readonly description: string;
  readonly objects: readonly ObjectRef[];
}

export const TEMPLATE_NAMES = ['minimal', 'standard', 'everything'] as const;
export type TemplateName = (typeof TEMPLATE_NAMES)[number];

const MINIMAL = ['ptp', 'system'];
const STANDARD = [...MINIMAL, ...['ipVidRx', 'ipAudRx', 'ipAncRx', 'ipWan', 'ipRxSetup', 'videoGenLock', 'processor']];
const EVERYTHING = [
  ...STANDARD,
  ...['ipVidTx', 'ipAudTx', 'ipAncTx', 'procMV', 'PanelControlService', 'GPI', 'SQM'],
  ...['procChannelHD', 'procAudio', 'videoIn', 'MasterControl', 'procMisc'],
];

/** The templates, smallest first. */
export const OBJECT_TEMPLATES: Readonly<Record<TemplateName, ObjectTemplate>> = {
  minimal: { name: 'minimal', description: 'PTP and hardware health', objects: objectsOf(MINIMAL) },
  standard: {
    name: 'standard',
    description: 'PTP, health, receivers, network, reference and processors',
    objects: objectsOf(STANDARD),
  },
  everything: {
    name: 'everything',
    description: 'Every object of a device in HD mode',
    objects: objectsOf(EVERYTHING),
  },
};

/** Every object that a device has of these types. */
function objectsOf(types: readonly string[]): ObjectRef[] {
  return types.flatMap((objectType) => {
    const instances = OBJECT_TYPES.find(({ type }) => type === objectType)?.instances ?? [];
    if (instances === 'one') return [{ elementIP: LOCAL_ELEMENT, objectType }];
    return instances.map((objectId) => ({ elementIP: LOCAL_ELEMENT, objectType, objectId }));
  });
}
