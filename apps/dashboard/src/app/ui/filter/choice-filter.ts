import { ChangeDetectionStrategy, Component, computed, input, output } from '@angular/core';
import { MatMenu, MatMenuItem, MatMenuTrigger } from '@angular/material/menu';
import { Icon } from '../icon/icon';

export interface Choice {
  readonly value: string;
  readonly label: string;
}

/** A filter by some of several choices; none selected means all. */
@Component({
  selector: 'snp-choice-filter',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [Icon, MatMenu, MatMenuItem, MatMenuTrigger],
  template: `
    <button class="chip" type="button" [class.is-on]="chosen().length > 0" [matMenuTriggerFor]="menu">
      <span class="name">{{ summary() }}</span>
      <snp-icon name="chevronDown" />
    </button>
    <mat-menu #menu="matMenu">
      @for (choice of choices(); track choice.value) {
        <button
          mat-menu-item
          type="button"
          role="menuitemcheckbox"
          [attr.aria-checked]="chosen().includes(choice.value)"
          (click)="toggle(choice.value, $event)"
        >
          <snp-icon class="menu-check" [class.is-off]="!chosen().includes(choice.value)" name="check" />
          <span>{{ choice.label }}</span>
        </button>
      }
      @if (chosen().length > 0) {
        <button mat-menu-item type="button" (click)="chosenChange.emit([])" i18n>Show all</button>
      }
    </mat-menu>
  `,
  styles: `
    :host {
      min-width: 0;
    }
    .chip {
      height: 32px;
      border-color: var(--snp-outline-strong);
      background: var(--snp-surface);
      padding: 0 6px 0 10px;
      font-size: 13px;
      font-family: inherit;
      max-width: 220px;
    }
    .chip snp-icon {
      width: 16px;
      height: 16px;
    }
    .is-off {
      visibility: hidden;
    }
  `,
})
export class ChoiceFilter {
  readonly label = input.required<string>();
  readonly choices = input.required<readonly Choice[]>();
  readonly chosen = input.required<readonly string[]>();
  readonly chosenChange = output<readonly string[]>();

  protected readonly summary = computed(() => {
    const labels = this.chosen().map(
      (value) => this.choices().find((choice) => choice.value === value)?.label ?? value,
    );
    return labels.length === 0 ? this.label() : `${this.label()}: ${labels.join(', ')}`;
  });

  protected toggle(value: string, event: Event): void {
    event.stopPropagation(); // The menu stays open for the next one.
    const chosen = this.chosen();
    this.chosenChange.emit(chosen.includes(value) ? chosen.filter((other) => other !== value) : [...chosen, value]);
  }
}
