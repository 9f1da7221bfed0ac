import type { DeviceModel } from '../../model/device-model';
import { PROCESSORS } from '../../model/device-kind';
import type { ConfigurationOffer } from '../../model/identity';
import type { Body } from '../../statuses/generator';
import { merged } from '../../statuses/merge';
import { channelConfig } from './channel';
import { ipRxSetupConfig, processorConfig, ptpConfig, systemConfig } from './device';
import { ipAncTxConfig, ipAudTxConfig, ipVidRxConfig, ipVidTxConfig } from './flows';

type Make = (model: DeviceModel) => Body;

const PROCESSOR_CONFIGS = PROCESSORS.map((processor): [string, Make] => [
  `processor${processor}`,
  (model) => processorConfig(model, processor),
]);

/** By object id: those of the firmware of every device, and those that some firmware does not have. */
const BASIC: ReadonlyMap<string, Make> = new Map([...PROCESSOR_CONFIGS, ['system', systemConfig]]);
const FURTHER: ReadonlyMap<string, Make> = new Map<string, Make>([
  ['ptp', ptpConfig],
  ['ipRxSetup', ipRxSetupConfig],
  ['ipVidTx', ipVidTxConfig],
  ['ipAudTx', ipAudTxConfig],
  ['ipAncTx', ipAncTxConfig],
  ['ipVidRx', ipVidRxConfig],
]);

const PARAMETERS = 220;
/** What a device configures besides the objects that have a status. */
const CONFIGURED_ONLY = [
  'snpRx',
  'snpTx',
  'snpIpRx',
  'snpIpTx',
  'snmp',
  'ntp',
  'users',
  'logging',
  'audioMap',
  'routes',
  'presets',
];

/** The configurations of one device. */
export class Configurations {
  private readonly patches = new Map<string, Body[]>();

  constructor(
    private readonly model: DeviceModel,
    public offer: ConfigurationOffer,
  ) {}

  /** Whether there is such a configuration at all, told or not. */
  has(id: string): boolean {
    return BASIC.has(id) || FURTHER.has(id) || this.model.signals.channels.has(id);
  }

  /** Lays `patch` over the configuration of an object from now on. */
  override(id: string, patch: Body): void {
    this.patches.set(id, [...(this.patches.get(id) ?? []), patch]);
  }

  /** `config/{objectId}`: the configuration itself is JSON in a string. Undefined where the device has none. */
  get(id: string): Body | undefined {
    const config = BASIC.has(id) || this.offer === 'all' ? this.config(id) : undefined;
    return config && envelope(this.typeOf(id), id, config);
  }

  /** The configurations of all objects, each a JSON text: a lot, as on a real device. */
  all(objects: readonly { type: string; id: string }[]): string[] {
    const extra = CONFIGURED_ONLY.flatMap((type) =>
      PROCESSORS.map((processor) => ({ type, id: `${processor}-${type}` })),
    );
    return [...objects, ...extra].map(({ type, id }) =>
      JSON.stringify({
        ...envelope(type, id, this.config(id) ?? parameters(id)),
        elementIp: this.model.identity.managementAddress,
      }),
    );
  }

  private config(id: string): Body | undefined {
    const make = BASIC.get(id) ?? FURTHER.get(id);
    const channel = this.model.signals.channels.get(id);
    const config = make ? make(this.model) : channel && channelConfig(channel);
    return config && (this.patches.get(id) ?? []).reduce(merged, config);
  }

  private typeOf(id: string): string {
    const channel = this.model.signals.channels.get(id);
    if (channel) return channel.isUhd ? 'procChannelUHD' : 'procChannelHD';
    return id.startsWith('processor') ? 'processor' : id;
  }
}

function parameters(id: string): Body {
  return Object.fromEntries(
    Array.from({ length: PARAMETERS }, (_, at) => [
      `parameter_${at + 1}`,
      { value: at, default: 0, caption: `${id} ${at + 1}` },
    ]),
  );
}

function envelope(type: string, id: string, config: Body): Body {
  return { type, object_ID: id, name: id, version: 1, config: JSON.stringify(config) };
}
