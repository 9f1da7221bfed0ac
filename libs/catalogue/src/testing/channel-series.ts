import { seriesOf } from './pretend-device';

/** The series of a channel that says `part` beside that it is active. */
export const channel = (part: object, type = 'procChannelHD', object_ID = 'A-HD-1') =>
  seriesOf('channels', { type, object_ID, active: true, ...part });

/** `input_black` as the full name with the label of the channel. */
export const of = (series: Record<string, number>) =>
  Object.fromEntries(
    Object.entries(series).map(([name, value]) => {
      const [family, labels] = name.split('{');
      return [`ic_snp_channel_${family}{channel="A-HD-1"${labels === undefined ? '}' : `,${labels}`}`, value];
    }),
  );
