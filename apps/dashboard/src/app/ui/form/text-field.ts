import {
  ChangeDetectionStrategy,
  Component,
  ElementRef,
  booleanAttribute,
  computed,
  input,
  model,
  output,
  signal,
  viewChild,
} from '@angular/core';

let made = 0;

/** A text input with its label above and its fault below. */
@Component({
  selector: 'snp-text-field',
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <label [for]="id">{{ label() }}</label>
    <input
      #field
      class="field"
      [class.mono]="isMono()"
      [class.is-wrong]="shownFault()"
      [id]="id"
      [type]="type()"
      [value]="value()"
      [placeholder]="placeholder()"
      [attr.autocomplete]="autocomplete()"
      [attr.aria-invalid]="shownFault() ? true : null"
      [attr.aria-describedby]="id + '-note'"
      [required]="isRequired()"
      spellcheck="false"
      (input)="value.set(field.value)"
      (blur)="leave()"
    />
    <p class="note" [id]="id + '-note'" [class.fault]="shownFault()" aria-live="polite">{{ shownFault() || hint() }}</p>
  `,
  styleUrl: './text-field.scss',
})
export class TextField {
  readonly label = input.required<string>();
  readonly value = model('');
  /** What is wrong; shown after the field has lost the focus, or at once when `isChecked`. */
  readonly fault = input<string | null | undefined>(null);
  readonly hint = input('');
  readonly placeholder = input('');
  readonly type = input<'text' | 'password' | 'url'>('text');
  readonly autocomplete = input('off');
  readonly isMono = input(false, { transform: booleanAttribute });
  readonly isRequired = input(false, { transform: booleanAttribute });
  /** Whether the fault is shown at once, after an attempt to save. */
  readonly isChecked = input(false);
  readonly left = output<void>();

  protected readonly id = `snp-field-${made++}`;
  private readonly wasLeft = signal(false);
  private readonly field = viewChild.required<ElementRef<HTMLInputElement>>('field');
  protected readonly shownFault = computed(() => (this.wasLeft() || this.isChecked() ? this.fault() : null));

  focus(): void {
    this.field().nativeElement.focus();
  }

  protected leave(): void {
    // Tabbing through an empty field is no fault.
    if (this.value() !== '') this.wasLeft.set(true);
    this.left.emit();
  }
}
