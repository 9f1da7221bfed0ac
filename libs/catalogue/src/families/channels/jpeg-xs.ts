import { bytesPerSecondFromMegabits, CHANNELS, flag, hasJpegXsStream, number } from '@snp/protocol';
import type { Row } from '../../table/family';
import type { Condition } from '../../table/place';
import { value } from '../../table/readers';
import { activeSection } from './active';

const { jpegXs, jpegXsEncoder } = CHANNELS;

const hasStream: Condition = (_, { body }) => hasJpegXsStream(body);
const JPEG_XS = activeSection(jpegXs.section, hasStream);
const JPEG_XS_ENCODER = activeSection(jpegXsEncoder.section, hasStream);

/** The JPEG XS streams that a channel encodes or decodes. */
export const JPEG_XS_ROWS: readonly Row[] = [
  {
    name: 'ic_snp_channel_jpegxs_decoder_errors',
    type: 'gauge',
    labels: ['channel', 'stream'],
    help: 'Continuity errors of a JPEG XS decoder as counted by the device; only for channels with a stream.',
    source: 'JpegXsDecoder.TR07Dec…CCError',
    read: Object.entries(jpegXs.errors).map(([stream, field]) => value(JPEG_XS, field, number, { stream })),
  },
  {
    name: 'ic_snp_channel_jpegxs_standard_mismatch',
    type: 'gauge',
    labels: ['channel'],
    help: 'Whether the standard of a JPEG XS stream differs from the signalled one; only for channels with a stream.',
    source: 'JpegXsDecoder.RxVidStdMismatch',
    read: value(JPEG_XS, jpegXs.standardMismatch, flag),
  },
  {
    name: 'ic_snp_channel_jpegxs_bytes_per_second',
    type: 'gauge',
    unit: 'bytes_per_second',
    labels: ['channel', 'direction'],
    help: 'Bit rate of the JPEG XS stream that a channel encodes or decodes; only for channels with a stream.',
    source: 'JpegXsEncoder.GeneratedBitRate, JpegXsDecoder.Bitrate',
    read: [
      value(JPEG_XS_ENCODER, jpegXsEncoder.bitRate, bytesPerSecondFromMegabits, { direction: 'encode' }),
      value(JPEG_XS, jpegXs.bitRate, bytesPerSecondFromMegabits, { direction: 'decode' }),
    ],
  },
];
