import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import type { Column } from '../../ui/table/column';

/** A row of a device, and what it is called where that is known. */
export interface NamedRow {
  readonly essence: string;
  readonly index: number;
  readonly channel: string | null;
  readonly program_name: string | null;
}

export const ESSENCE_WORDS: Readonly<Record<string, string>> = {
  video: $localize`Video`,
  video_proxy: $localize`Video proxy`,
  audio: $localize`Audio`,
  ancillary: $localize`Ancillary`,
};

/** `Video 6`. */
export function rowNumber({ essence, index }: NamedRow): string {
  return `${ESSENCE_WORDS[essence] ?? essence} ${index}`;
}

/** `A-HD-6 · CAM 3`, or as much of it as is known. */
export function channelName({ channel, program_name }: NamedRow): string {
  return [channel, program_name].filter(Boolean).join(' · ');
}

/** `Video 6 · A-HD-6 · CAM 3`, or as much of it as is known. */
export function rowName(row: NamedRow): string {
  return [rowNumber(row), channelName(row)].filter(Boolean).join(' · ');
}

/** Channel and program name, each as a column of its own. */
export const NAME_COLUMNS: readonly Column<NamedRow>[] = [
  {
    id: 'channel',
    header: $localize`Channel`,
    width: 110,
    isMono: true,
    isExtra: true,
    value: ({ channel }) => channel,
    text: ({ channel }) => channel ?? '–',
  },
  {
    id: 'program',
    header: $localize`Program`,
    width: 160,
    isExtra: true,
    value: ({ program_name }) => program_name,
    text: ({ program_name }) => program_name ?? '–',
  },
];

/** The name of a receiver or sender: `Video 6 · A-HD-6 · CAM 3`; on a narrow screen, the channel is on a second line. */
@Component({
  selector: 'snp-row-name',
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { '[title]': 'name()' },
  template: `
    {{ number() }}
    @if (channel(); as channel) {
      <span class="beside"
        ><span class="dot">{{ dot }}</span
        >{{ channel }}</span
      >
    }
  `,
})
export class RowName {
  readonly row = input.required<NamedRow>();
  protected readonly dot = '· ';
  protected readonly name = computed(() => rowName(this.row()));
  protected readonly number = computed(() => rowNumber(this.row()));
  protected readonly channel = computed(() => channelName(this.row()));
}
