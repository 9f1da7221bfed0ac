import { ChangeDetectionStrategy, Component, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import {
  MAT_DIALOG_DATA,
  MatDialogActions,
  MatDialogClose,
  MatDialogContent,
  MatDialogRef,
  MatDialogTitle,
} from '@angular/material/dialog';
import { Notify } from '../../core/notify';
import type { ConnectionRow } from '../connection-row';
import { ConnectionsStore } from '../connections-store';
import { ConnectionDraft } from '../editor/connection-draft';
import { EditorStore } from '../editor/editor-store';
import { ObjectsField } from '../editor/objects-field';

/** Makes many connections subscribe to the same objects. */
@Component({
  selector: 'snp-objects-dialog',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [MatButton, MatDialogActions, MatDialogClose, MatDialogContent, MatDialogTitle, ObjectsField],
  providers: [EditorStore],
  template: `
    <h2 mat-dialog-title i18n>Objects of {{ rows.length }} connections</h2>
    <mat-dialog-content>
      <snp-objects-field [draft]="draft" [isChecked]="isChecked()" />
    </mat-dialog-content>
    <mat-dialog-actions align="end">
      <button mat-button type="button" mat-dialog-close i18n>Cancel</button>
      <button mat-flat-button type="button" (click)="save()" [disabled]="connections.isBusy()" i18n>Apply</button>
    </mat-dialog-actions>
  `,
})
export class ObjectsDialog {
  protected readonly rows = inject<readonly ConnectionRow[]>(MAT_DIALOG_DATA);
  protected readonly connections = inject(ConnectionsStore);
  private readonly editor = inject(EditorStore);
  private readonly notify = inject(Notify);
  private readonly dialog = inject<MatDialogRef<ObjectsDialog>>(MatDialogRef);

  protected readonly draft = new ConnectionDraft(null, signal(new Set<string>()), this.editor.templates);
  protected readonly isChecked = signal(false);

  constructor() {
    void this.editor.open(null);
  }

  protected async save(): Promise<void> {
    this.isChecked.set(true);
    if (this.draft.faults().objects_ids !== null) return;
    const ids = this.rows.map(({ id }) => id);
    const objects = [...this.draft.objects()];
    if (!(await this.connections.change({ action: 'replace_objects', ids, objects_ids: objects }))) return;
    this.notify.done($localize`Changed the objects of ${ids.length}:count: connections`);
    this.dialog.close();
  }
}
