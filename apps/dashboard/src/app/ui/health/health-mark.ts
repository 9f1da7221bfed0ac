import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import type { HealthLevel } from '../../core/api/models';
import { LEVEL_WORDS } from './health-words';

/** The mark of a health level: shape, colour and word. */
@Component({
  selector: 'snp-health-mark',
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './health-mark.html',
  styleUrl: './health-mark.scss',
  host: { '[attr.data-level]': 'level()' },
})
export class HealthMark {
  readonly level = input.required<HealthLevel>();
  /** For screen readers; by default the word of the level. Empty when the text beside the mark says it. */
  readonly label = input<string>();
  protected readonly word = computed(() => this.label() ?? LEVEL_WORDS[this.level()]);
}
