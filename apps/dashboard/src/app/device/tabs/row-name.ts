import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { channelName, rowName, rowNumber, type NamedRow } from './row-names';

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
