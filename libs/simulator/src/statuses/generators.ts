import type { Generator } from './generator';
import { videoGenLock, videoIn } from './processing/inputs';
import { ipAncRx, ipAudRx, ipVidRx } from './ip/ip-receivers';
import { ipRxSetup } from './ip/ip-rx-setup';
import { ipAncTx, ipAudTx, ipVidTx } from './ip/ip-senders';
import { ipWan } from './ip/ip-wan';
import { procAudio } from './processing/proc-audio';
import { procChannelHD, procChannelUHD } from './processing/proc-channel';
import { masterControl, processor, procMisc, procMV } from './processing/processors';
import { ptp } from './ptp';
import { gpi, panelControlService, sqm } from './services';
import { system } from './system';

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
