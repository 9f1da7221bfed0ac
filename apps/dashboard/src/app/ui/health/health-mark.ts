import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import type { HealthLevel } from '../../core/api/models';
import { LEVEL_WORDS } from './health-words';

/** The mark of a level: shape, colour and (seen or heard) word; the same everywhere. */
@Component({
  selector: 'snp-health-mark',
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './health-mark.html',
  styleUrl: './health-mark.scss',
  host: { '[attr.data-level]': 'level()' },
})
export class HealthMark {
  readonly level = input.required<HealthLevel>();
  /** What is said to those who do not see the mark; the word of the level unless given. Empty where text beside the mark says it. */
  readonly label = input<string>();
  protected readonly word = computed(() => this.label() ?? LEVEL_WORDS[this.level()]);
}
