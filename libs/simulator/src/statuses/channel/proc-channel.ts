import { hasOldFirmware } from '../../model/identity';
import type { Channel } from '../../model/signals';
import type { Body, Generator } from '../generator';
import { ancillary } from './ancillary';
import { audioFormat, audioGroups, embeddedAudio } from './audio';
import { changeover } from './changeover';
import { colours, inputColours } from './colours';
import { frameSync, gatewayFrameSync } from './frame-sync';
import { jpegXsDecoder, jpegXsEncoder } from './jpeg-xs';

export const procChannelHD = channels('procChannelHD', false);
export const procChannelUHD = channels('procChannelUHD', true);

function channels(type: string, isUhd: boolean): Generator {
  return {
    type,
    every: 10,
    ids: ({ signals }) =>
      [...signals.channels.values()].filter((channel) => channel.isUhd === isUhd).map(({ id }) => id),
    fields(model, id) {
      const channel = model.signals.channels.get(id);
      return channel ? fields(channel, hasOldFirmware(model.identity)) : {};
    },
  };
}

function fields(channel: Channel, isOldFirmware: boolean): Body {
  return {
    FrameSyncGwSdi: toNetwork(channel, gatewayFrameSync),
    FrameSync: frameSync(channel, isOldFirmware),
    ...(channel.isUhd ? audioOfLinks(channel, isOldFirmware) : audioOfHd(channel)),
    active: channel.isActive,
    AncDataProcessing: ancillary(channel),
    ColorCorrector2GwSdi: toNetwork(channel, inputColours),
    ACO: changeover(channel),
    JpegXsEncoder: jpegXsEncoder(channel),
    JpegXsDecoder: jpegXsDecoder(channel),
    VideoTsgGwSdi: {},
    VideoTsg: {},
    AncDataProcessingGwSdi: toNetwork(channel, ancillary),
    ColorCorrector2: colours(channel),
  };
}

/** The direction SDI to IP: an empty object on everything but a gateway. */
function toNetwork(channel: Channel, make: (channel: Channel) => Body): Body {
  return channel.isGateway ? make(channel) : {};
}

function audioOfHd(channel: Channel): Body {
  const format = audioFormat(channel);
  return {
    AudioProcessingGwSdi: channel.isGateway ? { ...embeddedAudio(channel), ...format } : format,
    AudioProcessing: { ...audioGroups(channel), ...format },
  };
}

const LINKS = [1, 2, 3, 4];
/** The first two links have 16 channels each; nobody fills four. */
const LINKS_IN_USE = 2;

/** UHD has the audio of each of its four links; of the direction SDI to IP, firmware 3.1 tells that of the first only. */
function audioOfLinks(channel: Channel, isOldFirmware: boolean): Body {
  const links = LINKS.map((link): [string, Channel] => [
    `AudioUHD${link}`,
    link > LINKS_IN_USE ? { ...channel, hasAudio: false } : channel,
  ]);
  const toSdi = links.map(([name, link]) => [name, { ...audioGroups(link), ...audioFormat(link) }]);
  const fromSdi = (isOldFirmware ? links.slice(0, 1) : links).map(([name, link]) => [
    `${name}GwSdi`,
    toNetwork(link, (own) => ({ ...embeddedAudio(own), ...audioFormat(own) })),
  ]);
  return Object.fromEntries([...toSdi, ...fromSdi]) as Body;
}
