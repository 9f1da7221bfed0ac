import type { Generator } from '../statuses/generator';
import { videoGenLock, videoIn } from '../statuses/processing/inputs';
import { ipAncRx, ipAudRx, ipVidRx } from '../statuses/ip/ip-receivers';
import { ipRxSetup } from '../statuses/ip/ip-rx-setup';
import { ipAncTx, ipAudTx, ipVidTx } from '../statuses/ip/ip-senders';
import { ipWan } from '../statuses/ip/ip-wan';
import { procAudio } from '../statuses/processing/proc-audio';
import { procChannelHD, procChannelUHD } from '../statuses/channel/proc-channel';
import { masterControl, processor, procMisc, procMV } from '../statuses/processing/processors';
import { ptp } from '../statuses/ptp';
import { gpi, panelControlService, sqm } from '../statuses/services';
import { system } from '../statuses/system';

/** Every object type that a simulated device has. */
export const GENERATORS: readonly Generator[] = [
  system,
  ptp,
  ipWan,
  ipRxSetup,
  videoGenLock,
  ipVidRx,
  ipAudRx,
  ipAncRx,
  ipVidTx,
  ipAudTx,
  ipAncTx,
  procChannelHD,
  procChannelUHD,
  procAudio,
  processor,
  procMV,
  videoIn,
  masterControl,
  panelControlService,
  gpi,
  sqm,
  procMisc,
];
