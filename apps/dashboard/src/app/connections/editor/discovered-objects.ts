import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import type { DiscoveredObject, ObjectRef } from '../../core/api/models';
import { groupBy } from '../../core/group-by';
import { objectKey } from '../fields/objects';
import type { ConnectionDraft } from './connection-draft';

interface TypeGroup {
  readonly type: string;
  readonly isKnown: boolean;
  readonly objects: readonly ObjectRef[];
  readonly selectedCount: number;
}

/** The objects of the device by type; a check box selects all objects of a type. */
@Component({
  selector: 'snp-discovered-objects',
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <p class="quiet" i18n>The device has {{ objects().length }} objects of {{ groups().length }} types:</p>
    <ul>
      @for (group of groups(); track group.type) {
        <li>
          <label>
            <input
              type="checkbox"
              [checked]="group.selectedCount === group.objects.length"
              [indeterminate]="group.selectedCount > 0 && group.selectedCount < group.objects.length"
              (change)="toggle(group)"
            />
            <span class="mono name">{{ group.type }}</span>
            <span class="quiet">{{ group.objects.length }}</span>
            @if (!group.isKnown) {
              <span class="unknown" i18n>unknown type, no metrics</span>
            }
          </label>
        </li>
      }
    </ul>
  `,
  styles: `
    :host {
      display: block;
      padding: 8px 12px;
      border: 1px solid var(--snp-outline);
      border-radius: 6px;
      font-size: 13px;
    }
    ul {
      display: grid;
      grid-template-columns: repeat(auto-fill, minmax(200px, 1fr));
      gap: 0 16px;
      max-height: 240px;
      overflow: auto;
    }
    label {
      display: flex;
      gap: 8px;
      align-items: center;
      min-height: 28px;
    }
    input {
      width: 16px;
      height: 16px;
      margin: 0;
      accent-color: var(--snp-accent);
    }
    .unknown {
      color: var(--snp-text-quiet);
      font-size: 12px;
    }
  `,
})
export class DiscoveredObjects {
  readonly objects = input.required<readonly DiscoveredObject[]>();
  readonly draft = input.required<ConnectionDraft>();

  protected readonly groups = computed<readonly TypeGroup[]>(() => {
    const selected = new Set(this.draft().customObjects().map(objectKey));
    const groups = groupBy(this.objects(), ({ object_type }) => object_type);
    return [...groups].map(([type, found]) => {
      const objects = found.map(referenceTo);
      const selectedCount = objects.filter((object) => selected.has(objectKey(object))).length;
      return { type, isKnown: found.every(({ known }) => known), objects, selectedCount };
    });
  });

  protected toggle({ objects, selectedCount }: TypeGroup): void {
    const draft = this.draft();
    if (selectedCount < objects.length) return draft.addCustom(objects);
    const removed = new Set(objects.map(objectKey));
    draft.customObjects.update((before) => before.filter((object) => !removed.has(objectKey(object))));
  }
}

/** The only object of a type has the type as its id, which can be left out. */
function referenceTo({ element_ip, object_type, object_id }: DiscoveredObject): ObjectRef {
  const object = { elementIP: element_ip, objectType: object_type };
  return object_id === '' || object_id === object_type ? object : { ...object, objectId: object_id };
}
