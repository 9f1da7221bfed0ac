import type { ReceiverEssence, SenderEssence } from '@snp/protocol';
import type { ReceiverName } from '../readings/receiver-watch';
import type { SenderName } from '../readings/sender-watch';

const MOST_NAMED = 3;

/** `3`, `3 and 5`, `3, 5 and 7`, `3, 5, 7 and 2 more`. */
export function listed(names: readonly (string | number)[]): string {
  const named =
    names.length > MOST_NAMED ? [...names.slice(0, MOST_NAMED), `${names.length - MOST_NAMED} more`] : names;
  return named.length < 2 ? named.join('') : `${named.slice(0, -1).join(', ')} and ${named[named.length - 1]}`;
}

/** `Fan 3`, `Fans 3 and 5`. */
export function numbered(thing: string, numbers: readonly number[]): string {
  return `${numbers.length > 1 ? plural(thing) : thing} ${listed(numbers)}`;
}

function plural(thing: string): string {
  return thing.endsWith('y') ? `${thing.slice(0, -1)}ies` : `${thing}s`;
}

/** A "receiver" without an essence is a video receiver. */
const RECEIVERS: Readonly<Record<ReceiverEssence, string>> = {
  video: 'receiver',
  audio: 'audio receiver',
  ancillary: 'ancillary receiver',
};

/** A "sender" without an essence is a video sender. */
const SENDERS: Readonly<Record<SenderEssence, string>> = {
  video: 'sender',
  video_proxy: 'proxy sender',
  audio: 'audio sender',
  ancillary: 'ancillary sender',
};

/** `Receiver 4`, `Receivers 4 and 7`, `Audio receiver 12`; of several essences just how many. */
export function receivers(names: readonly ReceiverName[]): string {
  return streams(names, RECEIVERS, 'receivers');
}

/** `Sender 18`, `Senders 18 and 20`, `Proxy sender 3`; of several essences just how many. */
export function senders(names: readonly SenderName[]): string {
  return streams(names, SENDERS, 'senders');
}

function streams<Essence extends string>(
  names: readonly { readonly essence: Essence; readonly index: number }[],
  words: Readonly<Record<Essence, string>>,
  things: string,
): string {
  const [first] = names;
  if (first === undefined) return '';
  const isMixed = names.some(({ essence }) => essence !== first.essence);
  if (isMixed) return `${names.length} ${things}`;
  const thing = numbered(
    words[first.essence],
    names.map(({ index }) => index).sort((left, right) => left - right),
  );
  return capitalized(thing);
}

export function capitalized(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** `1 major alarm`, `2 major alarms`. */
export function counted(count: number, thing: string): string {
  return `${count} ${count === 1 ? thing : plural(thing)}`;
}
