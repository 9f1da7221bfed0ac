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
import { ErrorState } from '../../ui/states/error-state';
import type { ConnectionRow } from '../connection-row';
import { ConnectionsStore } from '../connections-store';
import { ConnectionDraft } from '../editor/connection-draft';
import { EditorStore } from '../editor/editor-store';
import { ObjectsField } from '../editor/objects-field';

/** Sets the objects of many connections. */
@Component({
  selector: 'snp-objects-dialog',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [MatButton, MatDialogActions, MatDialogClose, MatDialogContent, MatDialogTitle, ObjectsField, ErrorState],
  providers: [EditorStore],
  template: `
    <h2 mat-dialog-title i18n>Objects for {{ subject }}</h2>
    <mat-dialog-content>
      @if (editor.problem(); as problem) {
        <snp-error-state [problem]="problem" (retry)="read()" />
      } @else {
        <snp-objects-field [draft]="draft" [isChecked]="isChecked()" [isOneDevice]="false" />
      }
    </mat-dialog-content>
    <mat-dialog-actions align="end">
      <button mat-button type="button" mat-dialog-close i18n>Cancel</button>
      <button mat-flat-button type="button" (click)="save()" [disabled]="connections.isBusy()" i18n>Apply</button>
    </mat-dialog-actions>
  `,
})
export class ObjectsDialog {
  private readonly ids = inject<readonly ConnectionRow[]>(MAT_DIALOG_DATA).map(({ id }) => id);
  protected readonly connections = inject(ConnectionsStore);
  protected readonly editor = inject(EditorStore);
  private readonly notify = inject(Notify);
  private readonly dialog = inject<MatDialogRef<ObjectsDialog>>(MatDialogRef);

  protected readonly subject = this.connections.subject(this.ids);
  protected readonly draft = new ConnectionDraft(null, signal(new Set<string>()), this.editor.templates);
  protected readonly isChecked = signal(false);

  constructor() {
    this.read();
  }

  protected read(): void {
    void this.editor.open(null);
  }

  protected async save(): Promise<void> {
    this.isChecked.set(true);
    if (this.draft.faults().objects_ids !== null) return;
    const objects = [...this.draft.objects()];
    if (!(await this.connections.change({ action: 'replace_objects', ids: this.ids, objects_ids: objects }))) return;
    this.notify.done($localize`Changed the objects of ${this.subject}:what:`);
    this.dialog.close();
  }
}
