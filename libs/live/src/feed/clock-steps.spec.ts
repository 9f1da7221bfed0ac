import { Logger } from '@nestjs/common';
import fc from 'fast-check';
import { HEALTH_RULES } from '../health/rules';
import { SteppedFleet } from '../testing/stepped-fleet';
import { aVideoReceiver, anFpga, powerSupplies, ptpBody, systemBody, videoReceivers } from '../testing/statuses';

const SECOND = 1_000;
const HOUR = 3_600 * SECOND;
const YEARS = 10 * 365 * 24 * HOUR;
/** That the clock was set is logged as a warning. */
Logger.overrideLogger(false);

type Act = (fleet: SteppedFleet) => unknown;

const system = (different = {}): Act => {
  return (fleet) => fleet.sends('system', systemBody(different));
};
const ptp = (different = {}): Act => {
  return (fleet) => fleet.sends('ptp', ptpBody(different));
};
const receiver = (different = {}): Act => {
  return (fleet) => fleet.sends('ipVidRx', videoReceivers(aVideoReceiver(4, different)));
};
const well: Act = (fleet) => {
  for (const act of [system(), ptp(), receiver()]) act(fleet);
};
const connected: Act = (fleet) => {
  fleet.goes('connected', 'connected');
  well(fleet);
};

/** For each rule how it is broken, and mended. The calendar decides on certificates, so they are not here. */
const BREACHES: Readonly<Record<string, { breaks: Act; mends: Act; isSilent?: true }>> = {
  disabled: {
    breaks: ({ connection }) => Object.assign(connection, { enabled: false }),
    mends: ({ connection }) => Object.assign(connection, { enabled: true }),
  },
  session_error: { breaks: (fleet) => fleet.goes('error', 'auth'), mends: connected },
  power_supply: { breaks: system({ Power_Supply_Stats: powerSupplies({ PS_EN_2: false }) }), mends: system() },
  fpga_configuration: {
    breaks: system({ FPGA_HW_Stats: [anFpga(1, { Configuration_Alarm: true })] }),
    mends: system(),
  },
  ptp_unlocked: { breaks: ptp({ ptpCtlrState: 'Unlocked-Free Run' }), mends: ptp() },
  major_alarms: { breaks: system({ Alarm_Stats: { majorInstances: 1, minorInstances: 2 } }), mends: system() },
  no_data: { breaks: () => undefined, mends: () => undefined, isSilent: true },
  connecting: { breaks: (fleet) => fleet.goes('connecting', 'starting'), mends: connected },
  statuses_stopped: {
    breaks: (fleet) => fleet.stays('statuses_stopped'),
    mends: (fleet) => fleet.stays('connected'),
  },
  receiver_unprotected: { breaks: receiver({ VidRxSeamlessStatus: 'Not Present' }), mends: receiver() },
  receiver_leg_lost: { breaks: receiver({ VidRxSeamlessStatus: 'Primary Only' }), mends: receiver() },
  missing_packets: { breaks: receiver({ VidRxMissingPktCnt: '9' }), mends: receiver({ VidRxMissingPktCnt: '9' }) },
  sender_bandwidth: { breaks: sender('Disabled'), mends: sender('Ok') },
  ptp_offset: { breaks: ptp({ ptpMasterOffset: '5 us' }), mends: ptp() },
  grandmaster: { breaks: otherGrandmaster, mends: ptp() },
  fcs_errors: { breaks: system({ FCS_Stats: { secFCSerrorsExceeded: true } }), mends: system() },
  registration: { breaks: registered(''), mends: registered('10.9.1.20:80') },
  temperature: { breaks: system({ FPGA_HW_Stats: [anFpga(1, { Temp_Alarm: true })] }), mends: system() },
  fan: { breaks: system({ Front_Fan_Stats: [{ idx: 2, Status: 'Stalled' }] }), mends: system() },
  minor_alarms: {
    breaks: system({ Alarm_Stats: { majorInstances: 0, minorInstances: 3 } }),
    mends: system({ Alarm_Stats: { majorInstances: 0, minorInstances: 3 } }),
  },
  reboot: { breaks: system({ General: { rebootRequired: true } }), mends: system() },
};

function sender(TxChBandwidth: string): Act {
  const row = { idx: 18, priTxMacAddr: '01:00:5e:2f:64:0b', TxChBandwidth };
  return (fleet) => fleet.sends('ipVidTx', { ipVidTxStatus: [row] });
}

function registered(registrationServerConnected: string): Act {
  const ipWanStatus = { registrationServer: '10.9.1.20:80', registrationServerConnected };
  return (fleet) => fleet.sends('ipWan', { ipWanStatus });
}

/** Most of three follow another one. */
function otherGrandmaster(fleet: SteppedFleet): void {
  for (const id of [2, 3]) fleet.fleet.device(id).readings.read({ type: 'ptp', objectId: 'ptp', body: ptpBody() }, 0);
  for (const id of [2, 3]) fleet.fleet.judge(fleet.fleet.device(id));
  fleet.sends('ptp', ptpBody({ ptpMasterUUID: '00-00-00-FF-FE-00-00-01' }));
}

/** Seconds after the breach at which the clock is set, and is set again two seconds later; it is mended after 17. */
const STATES = { pending: 2, firing: 13, clearing: 18 };
const MENDED_AFTER = 17;
const STEPS = [
  ...[5 * SECOND, HOUR, YEARS].flatMap((step) => [
    [step, -step],
    [-step, step],
  ]),
  [HOUR, YEARS],
  [-HOUR, -YEARS],
];
/** The rule on minor alarms looks back for a minute. */
const secondsOf = (rule: string): number => (rule === 'minor_alarms' ? 70 : 26);

/** Everything that is seen second by second while a rule is broken and mended. */
async function course(rule: string, at: number, [first, second]: readonly number[]): Promise<string> {
  const fleet = await new SteppedFleet().start();
  const { breaks, mends, isSilent } = BREACHES[rule];
  well(fleet);
  fleet.second();
  breaks(fleet);
  const seen: string[] = [];
  for (let passed = 0; passed < secondsOf(rule); passed++) {
    if (passed === MENDED_AFTER) mends(fleet);
    if (passed === at) fleet.clock.step(first);
    if (passed === at + 2) fleet.clock.step(second);
    fleet.second(isSilent && passed < MENDED_AFTER);
    seen.push(fleet.summaries());
  }
  const events = fleet.journal.take().map(({ kind, reason }) => `${kind} ${reason}`);
  return [...seen, ...events, await fleet.rest()].join('\n');
}

describe('a wall clock that is set while devices are watched', () => {
  it('is tried with every rule but that on certificates', () => {
    const rules = HEALTH_RULES.map(({ rule }) => rule).filter((rule) => rule !== 'certificate');
    expect(Object.keys(BREACHES)).toEqual(rules);
  });

  it.each(Object.keys(BREACHES))('hides and invents no finding, and changes no duration: %s', async (rule) => {
    const undisturbed = await course(rule, 0, [0, 0]);
    expect(undisturbed).toContain(`"rule":"${rule}"`);
    for (const at of Object.values(STATES)) {
      for (const steps of STEPS) {
        const seen = await course(rule, at, steps);
        if (seen !== undisturbed) expect(seen.split('\n')).toEqual(undisturbed.split('\n'));
      }
    }
  });
});

const ACTS: readonly Act[] = [
  ...Object.values(BREACHES).flatMap(({ breaks, mends }) => [breaks, mends]),
  (fleet) => fleet.goes('disconnected', 'silent'),
  (fleet) => fleet.raises('1', '2'),
  (fleet) => fleet.raises('2', '3'),
  (fleet) => fleet.tell({ kind: 'poll', endpoint: 'console', value: { uptimeSeconds: 7_260 } }),
];

describe('two fleets to which the same happens, one of them with a clock that is set at random', () => {
  const happening = fc.record({
    act: fc.option(fc.nat(ACTS.length - 1)),
    seconds: fc.integer({ min: 0, max: 12 }),
    isSilent: fc.boolean(),
    step: fc.option(fc.integer({ min: -YEARS, max: YEARS })),
  });

  it('look the same, and tell of it in the same order', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(happening, { minLength: 5, maxLength: 25 }), async (happenings) => {
        const [twin, stepped] = [await new SteppedFleet().start(), await new SteppedFleet().start()];
        for (const { act, seconds, isSilent, step } of happenings) {
          if (step !== null) stepped.clock.step(step);
          for (const fleet of [twin, stepped]) {
            if (act !== null) ACTS[act](fleet);
            for (let second = 0; second < seconds; second++) fleet.second(isSilent);
          }
          expect(stepped.summaries()).toBe(twin.summaries());
          if (seconds > 2) expect(stepped.shown).toEqual(twin.shown);
        }
        expect(await stepped.rest()).toBe(await twin.rest());
        expect(stepped.journal.take().map(withoutDate)).toEqual(twin.journal.take().map(withoutDate));
        expect(stepped.published).toEqual(twin.published);
      }),
      { numRuns: 25, seed: 20260203 },
    );
  });
});

function withoutDate(entry: { readonly at: number }): unknown {
  return { ...entry, at: null };
}
