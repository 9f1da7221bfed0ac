import { CHANNELS, isActiveChannel } from '@snp/protocol';
import { KEY } from '../../table/labels';
import { at, type Condition, type Place } from '../../table/place';

/** The label of a channel. */
export const CHANNEL = { channel: KEY };

/** Whether the channel is in use. */
export const isActive: Condition = (_, { body }) => isActiveChannel(body);

/** A section of the channels that are active and of which `only` holds. */
export function activeSection(path: string, only: Condition): Place {
  return at(CHANNELS.types, path, {
    labels: CHANNEL,
    only: (row, object) => isActive(row, object) && only(row, object),
  });
}
