import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import {
  MAT_DIALOG_DATA,
  MatDialogActions,
  MatDialogClose,
  MatDialogContent,
  MatDialogTitle,
} from '@angular/material/dialog';
import { TextField } from '../../ui/form/text-field';
import type { ConnectionRow } from '../connection-row';

interface Deletion {
  readonly rows: readonly ConnectionRow[];
  /** Whether the number must be typed to confirm. */
  readonly isTyped: boolean;
}

const MOST_NAMES = 8;

/** Confirms a deletion. */
@Component({
  selector: 'snp-delete-dialog',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [MatButton, MatDialogActions, MatDialogClose, MatDialogContent, MatDialogTitle, TextField],
  template: `
    <h2 mat-dialog-title>{{ title }}</h2>
    <mat-dialog-content>
      @if (names.length > 1) {
        <ul>
          @for (name of names; track $index) {
            <li class="name" [title]="name">{{ name }}</li>
          }
          @if (more > 0) {
            <li class="quiet" i18n>and {{ more }} more</li>
          }
        </ul>
      }
      <p i18n>
        This permanently deletes the stored URLs, credentials, objects and events. The series disappear from /metrics
        with the next scrape. The devices themselves are not affected.
      </p>
      @if (deletion.isTyped) {
        <snp-text-field [label]="typeWord" [(value)]="typed" />
      }
    </mat-dialog-content>
    <mat-dialog-actions align="end">
      <button mat-button type="button" mat-dialog-close i18n>Cancel</button>
      <button mat-flat-button class="danger" type="button" [mat-dialog-close]="true" [disabled]="!isAllowed()" i18n>
        Delete
      </button>
    </mat-dialog-actions>
  `,
  styles: `
    ul {
      margin-bottom: 12px;
      padding: 8px 12px;
      border: 1px solid var(--snp-outline);
      border-radius: 6px;
    }
    snp-text-field {
      margin-top: 16px;
    }
    .danger {
      --mat-button-filled-container-color: light-dark(#b3261e, #ff8a80);
      --mat-button-filled-label-text-color: light-dark(#ffffff, #3b0907);
    }
  `,
})
export class DeleteDialog {
  protected readonly deletion = inject<Deletion>(MAT_DIALOG_DATA);
  protected readonly names = this.deletion.rows.slice(0, MOST_NAMES).map(({ connection }) => connection.name);
  protected readonly more = this.deletion.rows.length - this.names.length;
  protected readonly word = String(this.deletion.rows.length);
  protected readonly typeWord = $localize`Type ${this.word}:number: to confirm`;
  protected readonly typed = signal('');
  protected readonly isAllowed = computed(() => !this.deletion.isTyped || this.typed().trim() === this.word);
  protected readonly title =
    this.names.length === 1
      ? $localize`Delete ${this.names[0]}:name:?`
      : $localize`Delete ${this.deletion.rows.length}:count: connections?`;
}
