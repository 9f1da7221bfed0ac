import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';

/** A sentence of the exporter; text between backticks is shown as code. */
@Component({
  selector: 'snp-marked-text',
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @for (piece of pieces(); track $index) {
      <span [class.mono]="$odd">{{ piece }}</span>
    }
  `,
})
export class MarkedText {
  readonly text = input.required<string>();
  protected readonly pieces = computed(() => this.text().split('`'));
}
