import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { processorLetter } from '../../../core/format/names';
import type { DeviceStatus } from '../../../core/api/models';
import { shortTime } from '../../../core/format/units';
import { Card } from '../../../ui/card';
import { StatusWord } from '../../../ui/status-word';

/** The four processors with their personalities. */
@Component({
  selector: 'snp-processors-card',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [Card, StatusWord],
  template: `
    <snp-card
      i18n-heading
      heading="Processors"
      [level]="isWrong() ? 'degraded' : null"
      [isAbsent]="processors() === null"
    >
      @if (processors(); as rows) {
        <table class="plain-table" i18n-aria-label aria-label="Processors">
          <tbody>
            @for (row of rows; track row.processor) {
              <tr>
                <th scope="row">{{ letter(row.processor) }}</th>
                <td class="name" [title]="row.load_error || row.personality || ''">{{ row.personality ?? '–' }}</td>
                <td>
                  <snp-status-word [value]="row.ready" i18n-yes yes="Ready" [no]="row.loading_status ?? notReady" />
                  @if (row.transmit_over_bandwidth) {
                    <snp-status-word
                      [value]="true"
                      [badIs]="true"
                      i18n-title
                      title="The device has switched off a sender because the bandwidth of this processor is used up"
                      i18n-yes
                      yes="Bandwidth full"
                    />
                  }
                </td>
                <td class="number quiet" i18n-title title="Audio packet time">
                  {{ row.audio_packet_time_seconds === null ? '' : time(row.audio_packet_time_seconds) }}
                </td>
              </tr>
            }
          </tbody>
        </table>
      }
    </snp-card>
  `,
  styles: `
    table {
      table-layout: fixed;
    }
    th {
      width: 24px;
    }
    td:nth-last-child(2) {
      width: 124px;
    }
    .number {
      width: 64px;
      padding-right: 0;
    }
  `,
})
export class ProcessorsCard {
  readonly processors = input.required<DeviceStatus['processors']>();
  protected readonly notReady = $localize`Not ready`;
  protected readonly letter = processorLetter;
  protected readonly time = shortTime;
  protected readonly isWrong = computed(
    () =>
      this.processors()?.some(({ ready, transmit_over_bandwidth }) => ready === false || transmit_over_bandwidth) ??
      false,
  );
}
