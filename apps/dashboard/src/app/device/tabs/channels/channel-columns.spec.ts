import type { Channel, Input } from '../../../core/api/models';
import { channelColumns, hasEdh } from './channel-columns';

const NO_BREAK_SPACE = /\u00a0/g;

function cell(id: string, channel: Partial<Channel>): string | undefined {
  const row = channel as Channel;
  const column = channelColumns([row]).find((each) => each.id === id);
  return column?.text?.(row).replace(NO_BREAK_SPACE, ' ');
}

describe('the columns of channels', () => {
  it.each<[string, Partial<Channel>, string | undefined]>([
    ['direction', { direction: null }, undefined],
    ['direction', { direction: 'ip_to_sdi' }, 'IP to SDI'],
    ['direction', { direction: 'sdi_to_ip' }, 'SDI to IP'],
    ['delay', { direction: null, frame_delay_frames: 2 }, '2 frames'],
    ['delay', { direction: null, frame_delay_frames: null }, '–'],
    ['jpeg_xs', { direction: null, jpeg_xs: null }, '–'],
    ['jpeg_xs', { direction: null, jpeg_xs: jpegXs(12_500_000, 0) }, 'encode 100.0 Mb/s'],
    ['jpeg_xs', { direction: null, jpeg_xs: jpegXs(null, 10_000_000) }, 'decode 80.00 Mb/s'],
    ['jpeg_xs', { direction: null, jpeg_xs: jpegXs(0, 0) }, '–'],
  ])('%s of %j is %j', (id, channel, text) => expect(cell(id, channel)).toBe(text));
});

describe('an SDI input', () => {
  it.each([
    [null, null, false],
    [0, 0, true],
    [null, 3, true],
  ])('with %j and %j EDH errors has EDH: %j', (edh_errors_active_picture, edh_errors_full_field, expected) => {
    expect(hasEdh({ edh_errors_active_picture, edh_errors_full_field } as Input)).toBe(expected);
  });
});

function jpegXs(encode_bytes_per_second: number | null, decode_bytes_per_second: number | null): Channel['jpeg_xs'] {
  return { encode_bytes_per_second, decode_bytes_per_second, standard_mismatch: false, decoder_errors: 0 };
}
