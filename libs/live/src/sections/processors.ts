import {
  flag,
  IP_WAN,
  isProcessorReady,
  NO_LOADING_ERROR,
  PROCESSOR,
  PROCESSORS,
  type JsonObject,
  type ProcessorConfig,
  type Status,
} from '@snp/protocol';
import type { ProcessorDto } from '../dto/status/chassis.dto';
import { complaint, objectAt, orNull, words, yesNo } from './values';

/** Processors, of the objects `processor` and of the polled configuration, whichever there is, and of `ipWan`. */
export function readProcessors(
  objects: readonly Status[],
  configurations: ReadonlyMap<string, ProcessorConfig>,
  wan: JsonObject = {},
): ProcessorDto[] | null {
  const byName = new Map(objects.map(({ objectId, body }) => [objectId, body]));
  const names = [...new Set([...PROCESSORS, ...byName.keys()])].filter(
    (name) => byName.has(name) || configurations.has(name),
  );
  if (names.length === 0) return null;
  const overBandwidth = objectAt(wan, IP_WAN.section)[IP_WAN.transmitOverBandwidth];
  return names.map((processor) => {
    const body = byName.get(processor);
    const { personality, forceMab, audioPacketTimeSeconds } = configurations.get(processor) ?? {};
    return {
      processor,
      personality: words(personality),
      ready: yesNo(isProcessorReady(body?.[PROCESSOR.loadingStatus])),
      loading_status: words(body?.[PROCESSOR.loadingStatus]),
      load_error: complaint(body?.[PROCESSOR.loadingError], NO_LOADING_ERROR),
      audio_packet_time_seconds: orNull(audioPacketTimeSeconds),
      transmit_over_bandwidth: yesNo(flag(elementOf(overBandwidth, processor))),
      force_make_after_break: orNull(forceMab),
    };
  });
}

/** The element of a processor in an array that has one for each. */
function elementOf(array: unknown, processor: string): unknown {
  return Array.isArray(array) ? array[PROCESSORS.findIndex((name) => name === processor)] : undefined;
}
