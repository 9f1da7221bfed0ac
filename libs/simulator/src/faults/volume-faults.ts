import { constants, deflateRawSync } from 'node:zlib';
import { merged } from '../statuses/merge';
import { define, number } from './definition';
import type { FaultTarget } from './fault-target';

const MEGABYTE = 1024 * 1024;
const FLOOD_BURSTS_PER_SECOND = 100;
/** A flood that nobody reads stops growing in the simulator's own memory. */
const MAX_UNSENT_BYTES = 64 * MEGABYTE;

/** FIN, RSV1 (compressed), text. */
const COMPRESSED_TEXT = 0xc1;
const LENGTH_IN_8_BYTES = 127;

function compressedFrame(payload: Buffer): Buffer {
  const header = Buffer.alloc(10);
  header[0] = COMPRESSED_TEXT;
  header[1] = LENGTH_IN_8_BYTES;
  header.writeBigUInt64BE(BigInt(payload.length), 2);
  return Buffer.concat([header, payload]);
}

/** What a sender of compressed messages leaves away, and a receiver adds. */
const FLUSH_MARKER_BYTES = 4;

/**
 * A frame that is a thousand times as big once it is unpacked. A megabyte is packed once, without reference to what was
 * before it, so that it can be repeated.
 */
export function bomb(megabytes: number): Buffer {
  const packed = deflateRawSync(Buffer.alloc(MEGABYTE, ' '), { finishFlush: constants.Z_FULL_FLUSH });
  const payload = Buffer.concat(Array.from({ length: megabytes }, () => packed));
  return compressedFrame(payload.subarray(0, -FLUSH_MARKER_BYTES));
}

/** A status message of about `bytes`: a PTP clock that says how many messages there were, padded with other statuses. */
function floodMessage({ context: { statuses } }: FaultTarget, sequence: number, bytes: number): string {
  const ptp = merged(statuses.peek('ptp')?.status() ?? {}, { ptpStatus: { numSysTimeUpdates: String(sequence) } });
  const fragments = [JSON.stringify(JSON.stringify(ptp))];
  let size = fragments[0].length;
  for (const object of statuses.objects()) {
    if (size >= bytes) break;
    if (object.type === 'ptp') continue;
    fragments.push(statuses.fragment(object));
    size += fragments[fragments.length - 1].length;
  }
  return `{"msgType":"statusState","statuses":[${fragments.join(',')}]}`;
}

/** Too much of it. */
export const VOLUME_FAULTS = [
  define({
    kind: 'huge-message',
    summary: 'Sends one message of 50 MB.',
    options: { megabytes: number(50, 1, 400) },
    make: ({ links }, { megabytes }) => ({
      begin() {
        const text = `{"msgType":"statusState","statuses":["${'x'.repeat(megabytes * MEGABYTE)}"]}`;
        for (const { socket } of links()) socket.send(text);
      },
    }),
  }),
  define({
    kind: 'compression-bomb',
    summary:
      'Sends a compressed message of a few hundred kB that unpacks to 256 MB, even when compression was not negotiated.',
    options: { megabytes: number(256, 1, 1024) },
    make: ({ links }, { megabytes }) => ({
      begin() {
        for (const link of links()) link.writeRaw(bomb(Math.ceil(megabytes)));
      },
    }),
  }),
  define({
    kind: 'flood',
    summary:
      'Sends 1,000 status messages of 38 kB per second, ignoring the frequency of the subscription; `numSysTimeUpdates` counts them.',
    options: { per_second: number(1000, 1, 100_000), bytes: number(38_000, 1, 10 * MEGABYTE) },
    make: (target, { per_second, bytes }) => {
      let cancel: (() => void) | undefined;
      let sequence = 0;
      let owed = 0;
      const burst = (): void => {
        for (owed += per_second / FLOOD_BURSTS_PER_SECOND; owed >= 1; owed--) {
          const message = floodMessage(target, ++sequence, bytes);
          for (const { socket, isSubscribed } of target.links()) {
            if (isSubscribed && socket.bufferedAmount < MAX_UNSENT_BYTES) socket.send(message);
          }
        }
      };
      return {
        begin() {
          cancel = target.context.clock.every(1000 / FLOOD_BURSTS_PER_SECOND, burst);
        },
        end: () => cancel?.(),
      };
    },
  }),
] as const;
