/** The device that one is connected to: what an object without an address means. */
export const LOCAL_ELEMENT = '127.0.0.1';

/** One type of object that a device has. */
export interface ObjectType {
  /** `objectType` of a subscription, `type` of a status. */
  readonly type: string;
  readonly description: string;
  /** `one` needs no object id in a subscription; a list holds the ids that devices have. */
  readonly instances: 'one' | readonly string[];
  /** Whether metrics are made of it; the others are only shown as they come. */
  readonly exported: boolean;
}

const PROCESSORS = ['A', 'B', 'C', 'D'];

/** `A-HD-1` … from the processors and a count of each. */
function perProcessor(count: number, name: (processor: string, position: number) => string): string[] {
  return PROCESSORS.flatMap((processor) => Array.from({ length: count }, (_, at) => name(processor, at + 1)));
}

const connectors = [
  ...Array.from({ length: 32 }, (_, at) => `BNC-${at + 1}`),
  ...perProcessor(2, (processor, position) => `SFP-${processor}-${position}`),
];

/** Every object type that is known, in the order in which people think of a device. */
export const OBJECT_TYPES: readonly ObjectType[] = [
  one('system', 'Power, fans, temperatures, optics, licences and alarm counts'),
  one('ptp', 'PTP clock: state, offset, delay and grandmaster'),
  one('ipWan', 'The two media network interfaces: addresses, rates and counters'),
  one('ipRxSetup', 'IGMP and playout delay of the receivers'),
  one('videoGenLock', 'Reference input'),
  one('ipVidRx', 'Video receivers'),
  one('ipAudRx', 'Audio receivers'),
  one('ipAncRx', 'Ancillary data receivers'),
  one('ipVidTx', 'Video senders and their proxies'),
  one('ipAudTx', 'Audio senders'),
  one('ipAncTx', 'Ancillary data senders'),
  many(
    'procChannelHD',
    'HD processing channels',
    perProcessor(9, (processor, at) => `${processor}-HD-${at}`),
  ),
  many(
    'procChannelUHD',
    'UHD processing channels',
    perProcessor(3, (processor, at) => `${processor}-UHD-${at}`),
  ),
  many(
    'procAudio',
    'Audio processing',
    perProcessor(1, (processor) => `${processor}-procAudio`),
  ),
  many(
    'processor',
    'Processors and their FPGAs',
    perProcessor(1, (processor) => `processor${processor}`),
  ),
  one('procMV', 'Multiviewers'),
  many('videoIn', 'SDI inputs', connectors),
  many(
    'MasterControl',
    'Master control sections',
    perProcessor(1, (processor) => `MasterControl-${processor}`),
  ),
  { ...one('PanelControlService', 'Control panels'), exported: false },
  { ...one('GPI', 'General purpose inputs'), exported: false },
  { ...one('SQM', 'Signal quality monitoring'), exported: false },
  { ...many('procMisc', 'Miscellaneous of the processors', ['misc1', 'misc786433']), exported: false },
];

function one(type: string, description: string): ObjectType {
  return { type, description, instances: 'one', exported: true };
}

function many(type: string, description: string, instances: readonly string[]): ObjectType {
  return { type, description, instances, exported: true };
}

const KNOWN: ReadonlySet<string> = new Set(OBJECT_TYPES.map(({ type }) => type));

export function isKnownObjectType(type: string): boolean {
  return KNOWN.has(type);
}
