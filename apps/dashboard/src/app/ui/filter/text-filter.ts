import {
  ChangeDetectionStrategy,
  Component,
  DestroyRef,
  ElementRef,
  effect,
  inject,
  input,
  output,
  viewChild,
} from '@angular/core';
import { Icon } from '../icon/icon';

/** How long after the last key press the filter changes. */
const PAUSE_MS = 150;

/** A text filter. */
@Component({
  selector: 'snp-text-filter',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [Icon],
  template: `
    <snp-icon name="search" />
    <input
      #field
      class="field"
      type="search"
      autocomplete="off"
      spellcheck="false"
      [attr.aria-label]="label()"
      [placeholder]="label()"
      (input)="emitSoon()"
      (change)="emit()"
    />
  `,
  styles: `
    :host {
      position: relative;
      display: inline-flex;
      flex: 0 1 240px;
      min-width: 140px;
    }
    @media (max-width: 599px) {
      :host {
        flex: 1 1 140px;
      }
    }
    snp-icon {
      position: absolute;
      top: 7px;
      left: 8px;
      width: 18px;
      height: 18px;
      color: var(--snp-text-quiet);
      pointer-events: none;
    }
    .field {
      width: 100%;
      padding-left: 32px;
    }
  `,
})
export class TextFilter {
  readonly label = input.required<string>();
  readonly text = input('');
  readonly textChange = output<string>();
  private timer?: ReturnType<typeof setTimeout>;
  private readonly field = viewChild.required<ElementRef<HTMLInputElement>>('field');

  constructor() {
    // The URL sets the text, but not while the field has the focus.
    effect(() => {
      const field = this.field().nativeElement;
      if (field.value !== this.text() && field !== field.ownerDocument.activeElement) field.value = this.text();
    });
    inject(DestroyRef).onDestroy(() => clearTimeout(this.timer));
  }

  /** Filters after a pause, not with every key press. */
  protected emitSoon(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.emit(), PAUSE_MS);
  }

  protected emit(): void {
    clearTimeout(this.timer);
    const text = this.field().nativeElement.value;
    if (text !== this.text()) this.textChange.emit(text);
  }
}
