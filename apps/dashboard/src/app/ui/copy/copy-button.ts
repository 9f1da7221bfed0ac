import { Clipboard } from '@angular/cdk/clipboard';
import {
  ChangeDetectionStrategy,
  Component,
  DestroyRef,
  booleanAttribute,
  computed,
  inject,
  input,
  signal,
} from '@angular/core';
import { MatIconButton } from '@angular/material/button';
import { Icon } from '../icon/icon';

/** How long the outcome is shown. */
const FEEDBACK_MS = 2_000;

const OUTCOMES = {
  none: { icon: 'copy', word: '' },
  copied: { icon: 'check', word: $localize`Copied` },
  failed: { icon: 'close', word: $localize`Could not copy` },
} as const;

/** Copies a text and shows the outcome. */
@Component({
  selector: 'snp-copy-button',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [Icon, MatIconButton],
  template: `
    <span role="status" [class]="outcome()" [class.visually-hidden]="isWordless()">{{ shown().word }}</span>
    <button mat-icon-button type="button" [attr.aria-label]="label()" [title]="label()" (click)="copy()">
      <snp-icon [class]="outcome()" [name]="shown().icon" />
    </button>
  `,
  styles: `
    :host {
      position: relative;
      display: inline-flex;
      flex: none;
      align-items: center;
    }
    snp-icon {
      width: 18px;
      height: 18px;
    }
    .none {
      color: var(--snp-text-quiet);
    }
    [role='status'] {
      font-size: 12px;
      white-space: nowrap;
    }
    snp-icon.copied {
      color: var(--snp-healthy);
    }
    .failed {
      color: var(--snp-failed-text);
    }
  `,
})
export class CopyButton {
  readonly text = input.required<string>();
  /** Accessible name: `Copy the configuration`. */
  readonly label = input.required<string>();
  /** Shows the outcome by the icon only, where space is short. */
  readonly isWordless = input(false, { transform: booleanAttribute });

  private readonly clipboard = inject(Clipboard);
  private timer?: ReturnType<typeof setTimeout>;
  protected readonly outcome = signal<keyof typeof OUTCOMES>('none');
  protected readonly shown = computed(() => OUTCOMES[this.outcome()]);

  constructor() {
    inject(DestroyRef).onDestroy(() => clearTimeout(this.timer));
  }

  protected copy(): void {
    this.outcome.set(this.clipboard.copy(this.text()) ? 'copied' : 'failed');
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.outcome.set('none'), FEEDBACK_MS);
  }
}
