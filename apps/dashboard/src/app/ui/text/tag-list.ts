import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { tagTexts } from '../../core/live/match';

/** The tags, as `key=value`, as many as fit. */
@Component({
  selector: 'snp-tag-list',
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @for (tag of list(); track tag) {
      <span class="tag" [title]="tag">{{ tag }}</span>
    }
  `,
  styles: `
    :host {
      display: flex;
      gap: 4px;
      min-width: 0;
      overflow: hidden;
    }
    .tag {
      flex: 0 1 auto;
      min-width: 32px;
      max-width: 160px;
      overflow: hidden;
      padding: 0 6px;
      border: 1px solid var(--snp-outline);
      border-radius: 4px;
      color: var(--snp-text-quiet);
      font-size: 12px;
      line-height: 18px;
      text-overflow: ellipsis;
      unicode-bidi: isolate;
      white-space: nowrap;
    }
  `,
})
export class TagList {
  readonly tags = input.required<Readonly<Record<string, string>>>();
  protected readonly list = computed(() => tagTexts(this.tags()));
}
