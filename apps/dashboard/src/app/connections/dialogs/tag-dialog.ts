import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import {
  MAT_DIALOG_DATA,
  MatDialogActions,
  MatDialogClose,
  MatDialogContent,
  MatDialogRef,
  MatDialogTitle,
} from '@angular/material/dialog';
import { TextField } from '../../ui/form/text-field';
import type { ConnectionRow } from '../connection-row';
import { ConnectionsStore } from '../connections-store';
import { parseTags } from '../fields/rules';

/** Adds tags to many connections, or removes them. */
@Component({
  selector: 'snp-tag-dialog',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [MatButton, MatDialogActions, MatDialogClose, MatDialogContent, MatDialogTitle, TextField],
  template: `
    <h2 mat-dialog-title i18n>Tags for {{ subject }}</h2>
    <mat-dialog-content>
      <form id="tags" (submit)="$event.preventDefault(); save()">
        <snp-text-field
          i18n-label
          label="Add"
          i18n-hint
          hint="key=value, separated by commas; replaces the value of an existing key"
          placeholder="site=london"
          [(value)]="added"
          [fault]="fault()"
        />
        @if (keys.length > 0) {
          <fieldset>
            <legend i18n>Remove</legend>
            @for (key of keys; track key) {
              <button
                class="chip"
                type="button"
                [class.is-on]="removed().has(key)"
                [attr.aria-pressed]="removed().has(key)"
                (click)="toggle(key)"
              >
                {{ key }}
              </button>
            }
          </fieldset>
        }
      </form>
    </mat-dialog-content>
    <mat-dialog-actions align="end">
      <button mat-button type="button" mat-dialog-close i18n>Cancel</button>
      <button mat-flat-button type="submit" form="tags" [disabled]="!isAllowed()" i18n>Apply</button>
    </mat-dialog-actions>
  `,
  styles: `
    fieldset {
      display: flex;
      flex-wrap: wrap;
      gap: 6px;
      margin: 12px 0 0;
      padding: 0;
      border: 0;
    }
    legend {
      margin-bottom: 6px;
      font-size: 13px;
      font-weight: 500;
    }
  `,
})
export class TagDialog {
  private readonly rows = inject<readonly ConnectionRow[]>(MAT_DIALOG_DATA);
  private readonly ids = this.rows.map(({ id }) => id);
  private readonly store = inject(ConnectionsStore);
  private readonly dialog = inject<MatDialogRef<TagDialog>>(MatDialogRef);

  protected readonly subject = this.store.subject(this.ids);
  protected readonly keys = [...new Set(this.rows.flatMap(({ connection }) => Object.keys(connection.tags)))].sort();
  protected readonly added = signal('');
  protected readonly removed = signal<ReadonlySet<string>>(new Set());
  private readonly parsed = computed(() => parseTags(this.added()));
  protected readonly fault = computed(() => {
    const parsed = this.parsed();
    return 'fault' in parsed ? parsed.fault : null;
  });
  protected readonly isAllowed = computed(
    () => !this.store.isBusy() && this.fault() === null && (this.added().trim() !== '' || this.removed().size > 0),
  );

  protected toggle(key: string): void {
    this.removed.update((removed) => {
      const next = new Set(removed);
      if (!next.delete(key)) next.add(key);
      return next;
    });
  }

  protected async save(): Promise<void> {
    const parsed = this.parsed();
    if (!this.isAllowed() || !('tags' in parsed)) return;
    const { tags } = parsed;
    const keys = [...this.removed()];
    if (keys.length > 0 && !(await this.store.change({ action: 'remove_tags', ids: this.ids, tag_keys: keys }))) return;
    if (Object.keys(tags).length > 0 && !(await this.store.change({ action: 'add_tags', ids: this.ids, tags }))) return;
    this.dialog.close();
  }
}
