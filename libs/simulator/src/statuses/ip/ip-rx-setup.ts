import type { Generator } from '../generator';

const COMPLAINT =
  'Joining took longer than the IGMP join time allows: raise the IGMP join time and start the measurement again';

/** Some devices live for years with a join time that is too short. */
const DEVICES_WITH_COMPLAINT = 4;

export const ipRxSetup: Generator = {
  type: 'ipRxSetup',
  ids: () => ['ipRxSetup'],
  fields({ identity }) {
    const complaint = identity.number % DEVICES_WITH_COMPLAINT === 1 ? COMPLAINT : 'OK';
    return {
      ipRxSetupStatus: {
        RxMinPlayoutDly: '4 m',
        RxPlayoutDlyFeedback: 8,
        RxPrimaryIGMPJoin: `${45 + (identity.number % 10)} ms`,
        RxPrimaryIGMPJoinStatus: complaint,
        RxPrimaryIGMPLeave: '2000 ms',
        RxSecondaryIGMPJoin: `${45 + (identity.number % 7)} ms`,
        RxSecondaryIGMPJoinStatus: complaint,
        RxSecondaryIGMPLeave: '2000 ms',
        RxSwitchDuration: '240',
        RxSwitchDurationAsync: '740',
        Switch8KStatus: 'Disabled',
      },
    };
  },
};
