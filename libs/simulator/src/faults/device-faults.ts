import { define, number, word, words } from './definition';

const MS_PER_YEAR = 365.25 * 86_400_000;
const KEEP_FIRMWARE = '';

/** Faults of the device as a whole. */
export const DEVICE_FAULTS = [
  define({
    kind: 'reboot',
    summary:
      'Reboots: is unreachable for a while, then returns, optionally with other firmware and without some objects.',
    options: { down_ms: number(3_000, 0, 3_600_000), firmware: word(KEEP_FIRMWARE), loses: words([]) },
    make: ({ context, listener }, { down_ms, firmware, loses }) => {
      let cancel: (() => void) | undefined;
      const comeBack = (): void => {
        cancel = undefined;
        context.model.restart(firmware === KEEP_FIRMWARE ? undefined : firmware);
        context.statuses.lose(loses);
        // A port that another program has taken meanwhile: the device stays away, which is what the fault is about.
        listener.listenAgain().catch(() => undefined);
      };
      return {
        begin() {
          context.tokens.revokeAll();
          listener.stopListening();
          listener.destroyAll();
          cancel = context.clock.after(down_ms, comeBack);
        },
        end() {
          cancel?.();
          context.statuses.regain();
          return listener.listenAgain();
        },
      };
    },
  }),
  define({
    kind: 'lose-objects',
    summary: 'Loses some of its objects and sends all its statuses again without them.',
    options: { objects: words(['system/system']) },
    make: ({ context, resendAll }, { objects }) => ({
      begin() {
        context.statuses.lose(objects);
        resendAll();
      },
      end() {
        context.statuses.regain();
        resendAll();
      },
    }),
  }),
  define({
    kind: 'wrong-clock',
    summary: 'Has a clock that is ten years off.',
    options: { years: number(-10, -50, 50) },
    make: ({ context: { model, statuses } }, { years }) => ({
      begin() {
        model.clockOffset = years * MS_PER_YEAR;
        statuses.touchAll();
      },
      end() {
        model.clockOffset = 0;
        statuses.touchAll();
      },
    }),
  }),
] as const;
