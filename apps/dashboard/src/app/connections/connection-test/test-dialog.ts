import { ChangeDetectionStrategy, Component, DestroyRef, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import {
  MAT_DIALOG_DATA,
  MatDialogActions,
  MatDialogClose,
  MatDialogContent,
  MatDialogTitle,
} from '@angular/material/dialog';
import type { ConnectionRow } from '../connection-row';
import { ProbeSteps } from './probe-steps';
import { ProbeStore } from './probe-store';

/** Tests a stored connection, step by step. */
@Component({
  selector: 'snp-test-dialog',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [MatButton, MatDialogActions, MatDialogClose, MatDialogContent, MatDialogTitle, ProbeSteps],
  providers: [ProbeStore],
  template: `
    <h2 mat-dialog-title i18n>Test {{ row.connection.name }}</h2>
    <mat-dialog-content>
      <snp-probe-steps [steps]="probe.steps()" [isRunning]="probe.isRunning()" [problem]="probe.problem()" />
    </mat-dialog-content>
    <mat-dialog-actions align="end">
      <button mat-button type="button" [disabled]="probe.isRunning()" (click)="run()" i18n>Test again</button>
      <button mat-flat-button type="button" mat-dialog-close i18n>Close</button>
    </mat-dialog-actions>
  `,
})
export class TestDialog {
  protected readonly row = inject<ConnectionRow>(MAT_DIALOG_DATA);
  protected readonly probe = inject(ProbeStore);

  constructor() {
    this.run();
    inject(DestroyRef).onDestroy(() => this.probe.cancel());
  }

  protected run(): void {
    void this.probe.run({ id: this.row.id });
  }
}
