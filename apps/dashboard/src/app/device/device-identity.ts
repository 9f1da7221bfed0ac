import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { processorLetter } from '../core/format/names';
import type { DeviceSummary, Identity } from '../core/api/models';
import { longDuration } from '../core/format/time';

/** The identity of a device in one line: firmware, serial number, uptime, personalities. */
@Component({
  selector: 'snp-device-identity',
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <ul i18n-aria-label aria-label="Identity">
      @if (summary().figures.firmware; as firmware) {
        <li i18n>
          fw <span class="mono">{{ firmware }}</span>
        </li>
      }
      @if (summary().figures.serial; as serial) {
        <li i18n>
          serial <span class="mono">{{ serial }}</span>
        </li>
      }
      @if (identity()?.chassis; as chassis) {
        <li>{{ chassis }}</li>
      }
      @if (identity()?.hardware; as hardware) {
        <li i18n>
          hardware <span class="mono">{{ hardware }}</span>
        </li>
      }
      @if (summary().figures.uptime_seconds; as uptime) {
        <li i18n>up {{ length(uptime) }}</li>
      }
      @for (processor of processors(); track processor.letter) {
        <li>
          <b>{{ processor.letter }}</b> {{ processor.personality }}
        </li>
      }
    </ul>
  `,
  styles: `
    ul {
      display: flex;
      flex-wrap: wrap;
      gap: 2px 0;
      color: var(--snp-text-quiet);
      font-size: 13px;
    }
    li {
      display: flex;
      gap: 4px;
      align-items: baseline;
      unicode-bidi: isolate;
    }
    li + li::before {
      content: '·';
      margin: 0 4px 0 8px;
    }
    b {
      color: var(--snp-text);
      font-weight: 500;
    }
  `,
})
export class DeviceIdentity {
  readonly summary = input.required<DeviceSummary>();
  readonly identity = input.required<Identity | null>();
  protected readonly length = longDuration;
  protected readonly processors = computed(() =>
    Object.entries(this.summary().figures.personalities)
      .map(([processor, personality]) => ({ letter: processorLetter(processor), personality }))
      .sort((a, b) => a.letter.localeCompare(b.letter)),
  );
}
