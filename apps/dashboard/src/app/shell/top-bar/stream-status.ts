import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { MatTooltip } from '@angular/material/tooltip';
import { EventStream } from '../../core/stream/event-stream';

const WORDS = { connecting: $localize`Connecting`, live: $localize`Live`, lost: $localize`Lost` } as const;
const EXPLANATIONS = {
  connecting: $localize`Connecting to the live updates`,
  live: $localize`Showing live updates`,
  lost: $localize`Connection lost, retrying`,
} as const;

/** The state of the event stream. */
@Component({
  selector: 'snp-stream-status',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [MatTooltip],
  template: `<span role="status" [class]="stream.state()" [matTooltip]="explanation()"
    ><i aria-hidden="true"></i><span class="word">{{ word() }}</span></span
  >`,
  styles: `
    span[role] {
      display: inline-flex;
      align-items: center;
      gap: 6px;
      color: var(--snp-text-quiet);
      font-size: 12px;
      white-space: nowrap;
    }
    .word {
      min-width: 24px;
    }
    i {
      width: 8px;
      height: 8px;
      border: 2px solid currentColor;
      border-radius: 50%;
    }
    .live i {
      border-color: var(--snp-healthy);
      background: var(--snp-healthy);
    }
    .lost {
      color: var(--snp-degraded-text);
      font-weight: 500;
    }
    .lost i {
      border-radius: 0;
      transform: rotate(45deg);
    }
    @media (max-width: 599px) {
      .live .word {
        display: none;
      }
    }
  `,
})
export class StreamStatus {
  protected readonly stream = inject(EventStream);
  protected readonly word = computed(() => WORDS[this.stream.state()]);
  protected readonly explanation = computed(() => EXPLANATIONS[this.stream.state()]);
}
