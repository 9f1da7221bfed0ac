import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import type { DeviceStatus } from '../../core/api/models';
import { shortTime } from '../../core/format/units';
import { Card } from '../../ui/card';
import { StatusWord } from '../../ui/status-word';

/** What the four processors are loaded with, and the licences for it. */
@Component({
  selector: 'snp-processors-card',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [Card, StatusWord],
  template: `
    <snp-card
      i18n-heading
      heading="Processors"
      [level]="isWrong() ? 'degraded' : null"
      [isAbsent]="processors() === null && licences() === null"
    >
      @if (processors(); as rows) {
        <table class="plain-table" i18n-aria-label aria-label="Processors">
          <tbody>
            @for (row of rows; track row.processor) {
              <tr>
                <th scope="row">{{ row.processor.replace('processor', '') }}</th>
                <td class="name" [title]="row.load_error || row.personality || ''">{{ row.personality ?? '–' }}</td>
                <td>
                  <snp-status-word [value]="row.ready" i18n-yes yes="Ready" [no]="row.loading_status ?? notReady" />
                </td>
                <td class="number quiet" i18n-title title="Audio packet time">
                  {{ row.audio_packet_time_seconds === null ? '' : time(row.audio_packet_time_seconds) }}
                </td>
              </tr>
            }
          </tbody>
        </table>
      }
      @if (licences(); as rows) {
        @if (rows.length > 0) {
          <h3 i18n>Licences</h3>
          <table class="plain-table" i18n-aria-label aria-label="Licences">
            <tbody>
              @for (row of rows; track row.key) {
                <tr>
                  <td class="name" [title]="row.key">{{ row.title ?? row.key }}</td>
                  <td>
                    @if (row.complaint) {
                      <span [title]="row.complaint"><snp-status-word [value]="false" i18n-no no="Not covered" /></span>
                    }
                  </td>
                  <td class="number" i18n-title title="Free of all">
                    {{ row.available ?? '–' }} / {{ row.total ?? '–' }}
                  </td>
                </tr>
              }
            </tbody>
          </table>
        }
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
      width: 96px;
    }
    .number {
      width: 64px;
      padding-right: 0;
    }
    h3 {
      margin-top: 10px;
      color: var(--snp-text-quiet);
      font-size: 12px;
      font-weight: 400;
    }
  `,
})
export class ProcessorsCard {
  readonly processors = input.required<DeviceStatus['processors']>();
  readonly licences = input.required<DeviceStatus['licences']>();
  protected readonly notReady = $localize`Not ready`;
  protected readonly time = shortTime;
  protected readonly isWrong = computed(
    () =>
      (this.processors()?.some(({ ready }) => ready === false) ?? false) ||
      (this.licences()?.some(({ complaint }) => !!complaint) ?? false),
  );
}
