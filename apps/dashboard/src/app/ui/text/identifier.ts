import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import { NOTHING } from '../../core/format/units';
import { CopyButton } from '../copy/copy-button';

/** An identifier with a copy button. */
@Component({
  selector: 'snp-identifier',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [CopyButton],
  template: `
    @if (value(); as text) {
      <span class="mono">{{ text }}</span> <snp-copy-button [text]="text" [label]="label" isWordless />
    } @else {
      {{ nothing }}
    }
  `,
  styles: `
    snp-copy-button {
      margin: -8px 0;
      vertical-align: middle;
    }
  `,
})
export class Identifier {
  readonly value = input.required<string | null | undefined>();
  protected readonly nothing = NOTHING;
  protected readonly label = $localize`Copy`;
}
