import { SeriesStore, type TargetSeries } from '@snp/exposition';
import { parseStatus } from '@snp/protocol';
import { Decoder, type DeviceDecoder } from '../decoder';
import type { CatalogueOptions } from '../table/options';
import type { Group } from '../table/groups';

/** Series as `name{label="value"}` with their values. */
export type Series = Readonly<Record<string, number>>;

/** A device whose statuses are written into a real store, and what the store holds of it then. */
export class PretendDevice {
  readonly decoder: Decoder;
  readonly store: SeriesStore;
  readonly target: TargetSeries;
  device: DeviceDecoder;

  constructor(groups: readonly Group[] | 'all', options: Partial<CatalogueOptions> = {}, maxSeriesPerTarget = 20_000) {
    this.decoder = new Decoder({
      receivers: 'configured',
      senders: 'resolved',
      legacyTimeLabels: false,
      ...options,
      groups: groups === 'all' ? 'all' : new Set(groups),
    });
    this.store = new SeriesStore(this.decoder.families, { maxSeriesPerTarget });
    this.target = this.store.addTarget('device');
    this.device = this.decoder.device();
  }

  /** Sends statuses as they come over the wire. */
  says(...statuses: readonly object[]): this {
    for (const body of statuses) {
      const status = parseStatus(JSON.stringify(body));
      if (status === undefined) throw new Error('this is no status');
      this.device.status(status, this.target);
    }
    return this;
  }

  get series(): Series {
    return this.matching('');
  }

  /** The series of one family. */
  family(name: string): Series {
    return this.matching(name, name);
  }

  private matching(search: string, name?: string): Series {
    const found: Record<string, number> = {};
    for (const { family, labels, value } of this.target.list(search)) {
      if (name !== undefined && family.name !== name) continue;
      const text = Object.entries(labels).map(([label, of]) => `${label}="${of}"`);
      found[text.length === 0 ? family.name : `${family.name}{${text.join(',')}}`] = value;
    }
    return found;
  }
}

/** The series of a group that a device has after it sent these statuses. */
export function seriesOf(
  group: Group,
  statuses: object | readonly object[],
  options: Partial<CatalogueOptions> = {},
): Series {
  const list = Array.isArray(statuses) ? (statuses as readonly object[]) : [statuses];
  return new PretendDevice([group], options).says(...list).series;
}

/** The same record with a prefix before each name, to keep tables readable. */
export function named(prefix: string, series: Series): Series {
  return Object.fromEntries(Object.entries(series).map(([name, value]) => [prefix + name, value]));
}
