/** What a row is called: its channel, and what people call that. */
export interface RowName {
  readonly channel: string;
  readonly program_name: string;
}

/** Gives receivers and senders their names. */
export interface Names {
  ofReceiver(essence: string, index: number): RowName;
}

export const NO_NAMES: Names = {
  ofReceiver: () => ({ channel: '', program_name: '' }),
};
