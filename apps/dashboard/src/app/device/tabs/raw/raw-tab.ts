import { CdkFixedSizeVirtualScroll, CdkVirtualForOf, CdkVirtualScrollViewport } from '@angular/cdk/scrolling';
import {
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  inject,
  linkedSignal,
  signal,
  untracked,
} from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { DeviceObject } from '../../../core/api/models';
import { count } from '../../../core/format/units';
import { UrlState } from '../../../core/url-state';
import { CopyButton } from '../../../ui/copy/copy-button';
import { TextFilter } from '../../../ui/filter/text-filter';
import { Icon } from '../../../ui/icon/icon';
import { Resizes } from '../../../ui/resizes';
import { TabState } from '../../../ui/states/tab-state';
import { Moment } from '../../../ui/text/moment';
import { visibleNodes, type JsonNode } from './json-nodes';
import { RawStore } from './raw-store';

/** Every object as the device sent it. */
@Component({
  selector: 'snp-raw-tab',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [
    CdkFixedSizeVirtualScroll,
    CdkVirtualForOf,
    CdkVirtualScrollViewport,
    CopyButton,
    Icon,
    MatButton,
    Moment,
    Resizes,
    TabState,
    TextFilter,
  ],
  providers: [RawStore],
  templateUrl: './raw-tab.html',
  styleUrl: './raw-tab.scss',
})
export class RawTab {
  protected readonly store = inject(RawStore);
  protected readonly url = inject(UrlState);
  /** The selected object; by default `system`. */
  protected readonly chosen = computed(() => {
    const asked = this.url.text('object')();
    const objects = this.store.objects() ?? [];
    const named = (name: string) => objects.find((object) => nameOf(object) === name);
    return named(asked) ?? named('system') ?? objects.at(0);
  });
  protected readonly listText = signal('');
  protected readonly listed = computed(() => {
    const text = this.listText().trim().toLowerCase();
    return (this.store.objects() ?? []).filter((object) => nameOf(object).toLowerCase().includes(text));
  });
  protected readonly search = this.url.text('search');
  /** The open branches, at first those of the first level. */
  private readonly open = linkedSignal<string, ReadonlySet<string>>({
    source: () => this.shownKey(),
    computation: () => new Set(Object.keys(untracked(this.store.shown)?.status ?? {}).map((key) => `/${key}`)),
  });
  protected readonly nodes = computed(() => visibleNodes(this.store.shown()?.status, this.open(), this.search()));
  protected readonly json = computed(() => JSON.stringify(this.store.shown()?.status ?? null, null, 2));
  protected readonly number = count;
  protected readonly nameOf = nameOf;
  protected readonly byPath = (_index: number, { path }: JsonNode): string => path;
  protected readonly byName = (_index: number, object: DeviceObject): string => nameOf(object);

  constructor() {
    effect(() => {
      const object = this.chosen();
      if (object) untracked(() => void this.store.show(object));
    });
  }

  protected toggle({ path, kind }: JsonNode): void {
    if (kind !== 'branch' || this.search() !== '') return;
    this.open.update((open) => {
      const next = new Set(open);
      if (!next.delete(path)) next.add(path);
      return next;
    });
  }

  protected reread(): void {
    const object = this.chosen();
    void this.store.load();
    if (object) void this.store.show(object);
  }

  private shownKey(): string {
    const shown = this.store.shown();
    return shown ? `${shown.object_id} ${shown.element ?? ''}` : '';
  }
}

/** Of an object of a further element with the address of that. */
function nameOf({ type, object_id, element }: DeviceObject): string {
  const name = type === object_id ? type : `${type}/${object_id}`;
  return element === null ? name : `${name} (${element})`;
}
