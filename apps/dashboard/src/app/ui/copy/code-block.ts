import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import { CopyButton } from './copy-button';

/** A block of code with a copy button. */
@Component({
  selector: 'snp-code-block',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [CopyButton],
  template: `
    <pre class="code" role="region" tabindex="0" [attr.aria-label]="label()">{{ text() }}</pre>
    <snp-copy-button [text]="text()" [label]="copyLabel()" />
  `,
  styles: `
    :host {
      position: relative;
      display: flex;
      min-width: 0;
      min-height: 0;
      border-radius: 6px;
      background: var(--snp-surface-sunken);
    }
    .code {
      flex: 1;
      min-width: 0;
      padding-right: 48px;
    }
    .code:focus-visible {
      outline-offset: -2px;
    }
    @media (max-width: 599px) {
      .code {
        padding: 36px 12px 12px;
      }
    }
    snp-copy-button {
      position: absolute;
      top: 2px;
      right: 14px;
      padding-left: 8px;
      border-radius: 6px;
      background: var(--snp-surface-sunken);
    }
  `,
})
export class CodeBlock {
  readonly text = input.required<string>();
  /** Accessible name of the text. */
  readonly label = input.required<string>();
  /** Accessible name of the button: `Copy the configuration`. */
  readonly copyLabel = input.required<string>();
}
