import { CdkFixedSizeVirtualScroll, CdkVirtualForOf, CdkVirtualScrollViewport } from '@angular/cdk/scrolling';
import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { MatButton, MatIconButton } from '@angular/material/button';
import { LOCAL, type ObjectsChoice } from '../fields/objects';
import type { ObjectRef } from '../../core/api/models';
import { Icon } from '../../ui/icon/icon';
import type { ConnectionDraft } from './connection-draft';
import { Resizes } from '../../ui/resizes';
import { DiscoveredObjects } from './discovered-objects';
import { EditorStore } from './editor-store';

const WORDS: Readonly<Record<ObjectsChoice, string>> = {
  minimal: $localize`Minimal`,
  standard: $localize`Standard`,
  everything: $localize`Everything`,
  custom: $localize`Custom`,
};

/** The objects to subscribe to: a template, or a custom list. */
@Component({
  selector: 'snp-objects-field',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [
    CdkFixedSizeVirtualScroll,
    CdkVirtualForOf,
    CdkVirtualScrollViewport,
    DiscoveredObjects,
    Icon,
    MatButton,
    MatIconButton,
    Resizes,
  ],
  templateUrl: './objects-field.html',
  styleUrl: './objects-field.scss',
})
export class ObjectsField {
  readonly draft = input.required<ConnectionDraft>();
  readonly isChecked = input(false);
  /** Whether one device is edited; discovery needs exactly one. */
  readonly isOneDevice = input(true);
  protected readonly store = inject(EditorStore);
  /** Accessible names of the fields of a row. */
  protected readonly names = {
    type: (row: number) => $localize`Type of object ${row}:row:`,
    address: (row: number) => $localize`Element IP of object ${row}:row:`,
    id: (row: number) => $localize`ID of object ${row}:row:`,
    remove: (row: number) => $localize`Remove object ${row}:row:`,
  };

  protected readonly choices = computed(() => [
    ...this.store.templates().map(({ name, description, objects_ids }) => ({
      value: name as ObjectsChoice,
      label: WORDS[name],
      note: $localize`${description}:what: · ${objects_ids.length}:count: objects`,
    })),
    { value: 'custom' as const, label: WORDS.custom, note: $localize`Discover from the device, or enter manually` },
  ]);
  /** Height of the list, px: one to six rows. */
  protected readonly listHeight = computed(() => Math.min(6, Math.max(1, this.draft().customObjects().length)) * 40);

  protected choose(choice: ObjectsChoice): void {
    if (choice === 'custom') this.draft().startCustom();
    else this.draft().choice.set(choice);
  }

  protected addRow(): void {
    this.draft().customObjects.update((objects) => [{ elementIP: LOCAL, objectType: '' }, ...objects]);
  }

  protected changeRow(index: number, change: Partial<ObjectRef>): void {
    this.draft().customObjects.update((objects) =>
      objects.map((object, at) => (at === index ? { ...object, ...change } : object)),
    );
  }

  protected removeRow(index: number): void {
    this.draft().customObjects.update((objects) => objects.filter((_object, at) => at !== index));
  }

  protected readonly byIndex = (index: number): number => index;
}
