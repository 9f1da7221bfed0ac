import { Injectable, Injector, inject } from '@angular/core';
import { MatDialog, type MatDialogConfig, type MatDialogRef } from '@angular/material/dialog';
import { firstValueFrom } from 'rxjs';
import { UrlState } from '../core/url-state';
import type { ConnectionRow } from './connection-row';
import { ConnectionsStore } from './connections-store';

/** Deleting more than this must be confirmed by typing the number. */
const TYPED_ABOVE = 10;

const SHEET: MatDialogConfig = {
  position: { top: '0', right: '0' },
  width: '560px',
  maxWidth: '100vw',
  height: '100dvh',
  maxHeight: '100dvh',
  panelClass: 'snp-sheet',
  autoFocus: 'first-tabbable',
};

/** Opens the dialogs, one at a time; each is loaded when first needed. */
@Injectable()
export class ConnectionDialogs {
  private readonly dialog = inject(MatDialog);
  private readonly injector = inject(Injector);
  private readonly store = inject(ConnectionsStore);
  private readonly url = inject(UrlState);
  private isOpen = false;

  async add(): Promise<void> {
    await this.once(async () => {
      const { ConnectionEditor } = await import('./editor/connection-editor');
      await this.ended(this.dialog.open(ConnectionEditor, { ...SHEET, injector: this.injector, data: { id: null } }));
      this.url.set({ add: null });
    });
  }

  async edit(id: number): Promise<void> {
    await this.once(async () => {
      const { ConnectionEditor } = await import('./editor/connection-editor');
      await this.ended(this.dialog.open(ConnectionEditor, { ...SHEET, injector: this.injector, data: { id } }));
      this.url.set({ edit: null });
    });
  }

  async import(): Promise<void> {
    await this.once(async () => {
      const { ImportDialog } = await import('./import/import-dialog');
      await this.ended(this.dialog.open(ImportDialog, { width: '1040px', maxWidth: '94vw', injector: this.injector }));
      this.url.set({ import: null });
      await this.store.load();
    });
  }

  async test(row: ConnectionRow): Promise<void> {
    const { TestDialog } = await import('./connection-test/test-dialog');
    this.dialog.open(TestDialog, { width: '520px', data: row });
  }

  async confirmDelete(rows: readonly ConnectionRow[]): Promise<boolean> {
    const { DeleteDialog } = await import('./dialogs/delete-dialog');
    const data = { rows, isTyped: rows.length > TYPED_ABOVE };
    const answer = await this.ended(
      this.dialog.open<unknown, unknown, boolean>(DeleteDialog, { width: '480px', data }),
    );
    return answer === true;
  }

  async tag(rows: readonly ConnectionRow[]): Promise<void> {
    const { TagDialog } = await import('./dialogs/tag-dialog');
    this.dialog.open(TagDialog, { width: '480px', data: rows, injector: this.injector });
  }

  async credentials(rows: readonly ConnectionRow[]): Promise<void> {
    const { CredentialsDialog } = await import('./dialogs/credentials-dialog');
    this.dialog.open(CredentialsDialog, { width: '480px', data: rows, injector: this.injector });
  }

  async objects(rows: readonly ConnectionRow[]): Promise<void> {
    const { ObjectsDialog } = await import('./dialogs/objects-dialog');
    this.dialog.open(ObjectsDialog, { width: '640px', data: rows, injector: this.injector });
  }

  private async once(work: () => Promise<void>): Promise<void> {
    if (this.isOpen) return;
    this.isOpen = true;
    try {
      await work();
    } finally {
      this.isOpen = false;
    }
  }

  private ended<C, R>(reference: MatDialogRef<C, R>): Promise<R | undefined> {
    return firstValueFrom(reference.afterClosed());
  }
}
