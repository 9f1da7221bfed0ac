import type { ObjectRef } from '../connection';
import { LOCAL_ELEMENT } from '../records/stored-objects';

/** A ready-made list of objects to subscribe to. */
export interface ObjectTemplate {
  readonly name: TemplateName;
  readonly description: string;
  readonly objects: readonly ObjectRef[];
}

export const TEMPLATE_NAMES = ['minimal', 'standard', 'everything'] as const;
export type TemplateName = (typeof TEMPLATE_NAMES)[number];

const PROCESSORS = ['A', 'B', 'C', 'D'];

const MINIMAL = objects('ptp', 'system');

const STANDARD = [
  ...MINIMAL,
  ...objects('ipVidRx', 'ipAudRx', 'ipAncRx', 'ipWan', 'ipRxSetup', 'videoGenLock'),
  ...instances(
    'processor',
    PROCESSORS.map((processor) => `processor${processor}`),
  ),
];

/** All objects of a device in HD mode. This room knows nothing of the wire, so the ids are written down here. */
const EVERYTHING = [
  ...STANDARD,
  ...objects('ipVidTx', 'ipAudTx', 'ipAncTx', 'procMV', 'PanelControlService', 'GPI', 'SQM'),
  ...instances(
    'procChannelHD',
    PROCESSORS.flatMap((processor) => numbered(`${processor}-HD-`, 9)),
  ),
  ...instances(
    'procAudio',
    PROCESSORS.map((processor) => `${processor}-procAudio`),
  ),
  ...instances('videoIn', [
    ...numbered('BNC-', 32),
    ...PROCESSORS.flatMap((processor) => numbered(`SFP-${processor}-`, 2)),
  ]),
  ...instances(
    'MasterControl',
    PROCESSORS.map((processor) => `MasterControl-${processor}`),
  ),
  ...instances('procMisc', ['misc1', 'misc786433']),
];

export const OBJECT_TEMPLATES: Readonly<Record<TemplateName, ObjectTemplate>> = {
  minimal: { name: 'minimal', description: 'PTP and the health of the box', objects: MINIMAL },
  standard: {
    name: 'standard',
    description: 'PTP, health, receivers, network, reference and processors',
    objects: STANDARD,
  },
  everything: { name: 'everything', description: 'Every object of a device in HD mode', objects: EVERYTHING },
};

function objects(...types: string[]): ObjectRef[] {
  return types.map((objectType) => ({ elementIP: LOCAL_ELEMENT, objectType }));
}

function instances(objectType: string, ids: readonly string[]): ObjectRef[] {
  return ids.map((objectId) => ({ elementIP: LOCAL_ELEMENT, objectType, objectId }));
}

function numbered(prefix: string, count: number): string[] {
  return Array.from({ length: count }, (_, at) => `${prefix}${at + 1}`);
}
