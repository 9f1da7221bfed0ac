import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import type { DeviceStatus } from '../../../core/api/models';
import { Card } from '../../../ui/card';
import { StatusWord } from '../../../ui/status-word';

/** The licences of the device with available and total tokens; those without tokens are only counted. */
@Component({
  selector: 'snp-licences-card',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [Card, StatusWord],
  template: `
    <snp-card
      i18n-heading
      heading="Licences"
      [level]="isWrong() ? 'degraded' : null"
      [isAbsent]="licences() === null"
      [note]="note()"
    >
      <table class="plain-table" i18n-aria-label aria-label="Licences, available / total">
        <tbody>
          @for (row of shown(); track row.kind + row.key) {
            <tr>
              <td class="name" [title]="row.key">{{ row.title ?? row.key }}</td>
              @if (isWrong()) {
                <td class="wrong">
                  @if (row.complaint) {
                    <span [title]="row.complaint"><snp-status-word [value]="false" i18n-no no="Exceeded" /></span>
                  }
                </td>
              }
              <td class="number" i18n-title title="Available / total">
                {{ row.available ?? '–' }} / {{ row.total ?? '–' }}
              </td>
            </tr>
          }
        </tbody>
      </table>
    </snp-card>
  `,
  styles: `
    table {
      table-layout: fixed;
    }
    .wrong {
      width: 112px;
    }
    .number {
      width: 64px;
      padding-right: 0;
    }
  `,
})
export class LicencesCard {
  readonly licences = input.required<DeviceStatus['licences']>();
  protected readonly shown = computed(() =>
    (this.licences() ?? []).filter(({ total, complaint }) => total || complaint),
  );
  protected readonly note = computed(() => {
    const count = (this.licences()?.length ?? 0) - this.shown().length;
    return count === 0 ? '' : $localize`${count}:count: without tokens`;
  });
  protected readonly isWrong = computed(() => this.shown().some(({ complaint }) => !!complaint));
}
