import type { Channel } from '../../model/signals';
import type { Body } from '../generator';
import { hasPicture } from './picture';

const NOT_PRESENT = 'Not Present';

export function ancillary(channel: Channel): Body {
  const isPresent = hasPicture(channel);
  const carried = (isCarried: boolean, where: string): string => (isPresent && isCarried ? where : NOT_PRESENT);
  return {
    AncBrandNetPresent: NOT_PRESENT,
    AncSt2031Present: NOT_PRESENT,
    AncAtcPresent: carried(channel.position % 2 === 0, 'Line 10, Line 572'),
    AncAfdPresent: carried(channel.hasAudio, 'Line 11, Line 574(16:9) 1000-16:9 full'),
    AncRDD18Present: NOT_PRESENT,
    AncCcTtPresent: carried(channel.hasAudio, 'Line 9'),
    AncEdcPresent: NOT_PRESENT,
    AncScte104Present: carried(channel.position === 4, 'Line 13'),
    AncSourceIdPresent: NOT_PRESENT,
    // Wide screen signalling is for HD and SD alone.
    ...(channel.isUhd ? {} : { AncWssPresent: NOT_PRESENT }),
  };
}
