import { define, number, word, words } from './definition';

const MS_PER_YEAR = 365.25 * 86_400_000;
const KEEP_FIRMWARE = '';

/** Faults of the device as a whole. */
export const DEVICE_FAULTS = [
  define({
    kind: 'reboot',
    summary: 'Is away for a while and comes back, with other firmware and without some objects if so wanted.',
    options: { down_ms: number(3_000, 0, 3_600_000), firmware: word(KEEP_FIRMWARE), loses: words([]) },
    make: ({ context, door }, { down_ms, firmware, loses }) => {
      let cancel: (() => void) | undefined;
      const comeBack = (): void => {
        cancel = undefined;
        context.model.restart(firmware === KEEP_FIRMWARE ? undefined : firmware);
        context.board.lose(loses);
        // A port that another program has taken meanwhile: the device stays away, which is what the fault is about.
        door.reopen().catch(() => undefined);
      };
      return {
        begin() {
          context.tokens.revokeAll();
          door.shut();
          door.destroyAll();
          cancel = context.clock.after(down_ms, comeBack);
        },
        end() {
          cancel?.();
          context.board.regain();
          return door.reopen();
        },
      };
    },
  }),
  define({
    kind: 'lose-objects',
    summary: 'No longer has some of its objects, and sends a new full picture without them.',
    options: { objects: words(['system/system']) },
    make: ({ context, resendAll }, { objects }) => ({
      begin() {
        context.board.lose(objects);
        resendAll();
      },
      end() {
        context.board.regain();
        resendAll();
      },
    }),
  }),
  define({
    kind: 'wrong-clock',
    summary: 'Has a clock that is ten years off.',
    options: { years: number(-10, -50, 50) },
    make: ({ context: { model, board } }, { years }) => ({
      begin() {
        model.clockOffset = years * MS_PER_YEAR;
        board.touchAll();
      },
      end() {
        model.clockOffset = 0;
        board.touchAll();
      },
    }),
  }),
] as const;
