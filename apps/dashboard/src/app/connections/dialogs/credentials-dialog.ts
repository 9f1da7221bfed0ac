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
import { Notify } from '../../core/notify';
import { TextField } from '../../ui/form/text-field';
import type { ConnectionRow } from '../connection-row';
import { ConnectionsStore } from '../connections-store';
import { ENTER_PASSWORD, ENTER_USER, lineFault, MAX_CREDENTIAL, trimmedLineFault } from '../fields/rules';
import { hiddenFault, passwordHint, trimmed } from '../fields/typed-text';

/** Sets the user and password of many connections. */
@Component({
  selector: 'snp-credentials-dialog',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [MatButton, MatDialogActions, MatDialogClose, MatDialogContent, MatDialogTitle, TextField],
  template: `
    <h2 mat-dialog-title i18n>Credentials for {{ subject }}</h2>
    <mat-dialog-content>
      <form id="credentials" autocomplete="off" (submit)="$event.preventDefault(); save()">
        <snp-text-field i18n-label label="User" isRequired [(value)]="username" [fault]="faults().username" />
        <snp-text-field
          i18n-label
          label="Password"
          type="password"
          autocomplete="new-password"
          isRequired
          [(value)]="password"
          [hint]="passwordHint()"
          [fault]="faults().password"
        />
        <p class="quiet" i18n>These replace the current credentials. Enabled connections reconnect at once.</p>
      </form>
    </mat-dialog-content>
    <mat-dialog-actions align="end">
      <button mat-button type="button" mat-dialog-close i18n>Cancel</button>
      <button mat-flat-button type="submit" form="credentials" [disabled]="!isAllowed()" i18n>Apply</button>
    </mat-dialog-actions>
  `,
  styles: `
    form {
      display: grid;
      gap: 8px;
    }
  `,
})
export class CredentialsDialog {
  private readonly ids = inject<readonly ConnectionRow[]>(MAT_DIALOG_DATA).map(({ id }) => id);
  private readonly store = inject(ConnectionsStore);
  private readonly notify = inject(Notify);
  private readonly dialog = inject<MatDialogRef<CredentialsDialog>>(MatDialogRef);

  protected readonly subject = this.store.subject(this.ids);
  protected readonly username = signal('');
  protected readonly password = signal('');
  protected readonly faults = computed(() => ({
    username: trimmedLineFault(this.username(), MAX_CREDENTIAL, ENTER_USER) ?? hiddenFault(this.username()),
    password: lineFault(this.password(), MAX_CREDENTIAL, ENTER_PASSWORD),
  }));
  protected readonly passwordHint = computed(() => passwordHint(this.password()));
  protected readonly isAllowed = computed(
    () => !this.store.isBusy() && this.faults().username === null && this.faults().password === null,
  );

  protected async save(): Promise<void> {
    if (!this.isAllowed()) return;
    const body = {
      action: 'set_credentials',
      ids: this.ids,
      username: trimmed(this.username()),
      password: this.password(),
    } as const;
    if (!(await this.store.change(body))) return;
    this.notify.done($localize`Changed the credentials of ${this.subject}:what:`);
    this.dialog.close();
  }
}
