import {
  ChangeDetectionStrategy,
  Component,
  DestroyRef,
  ElementRef,
  HostListener,
  computed,
  effect,
  inject,
  signal,
  viewChild,
} from '@angular/core';
import { MatButton, MatIconButton } from '@angular/material/button';
import {
  MAT_DIALOG_DATA,
  MatDialogActions,
  MatDialogContent,
  MatDialogRef,
  MatDialogTitle,
} from '@angular/material/dialog';
import { Notify } from '../../core/notify';
import { TextField } from '../../ui/form/text-field';
import { HealthMark } from '../../ui/health/health-mark';
import { Icon } from '../../ui/icon/icon';
import { ErrorState } from '../../ui/states/error-state';
import { LoadingState } from '../../ui/states/loading-state';
import { subscriptionPreview } from '../fields/objects';
import { EditorStore } from './editor-store';
import { ObjectsField } from './objects-field';
import { ProbeSteps } from '../connection-test/probe-steps';
import { ProbeStore } from '../connection-test/probe-store';

/** The side sheet that adds or edits a connection. */
@Component({
  selector: 'snp-connection-editor',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [
    ErrorState,
    HealthMark,
    Icon,
    LoadingState,
    MatButton,
    MatDialogActions,
    MatDialogContent,
    MatDialogTitle,
    MatIconButton,
    ObjectsField,
    ProbeSteps,
    TextField,
  ],
  providers: [EditorStore, ProbeStore],
  templateUrl: './connection-editor.html',
  styleUrl: './connection-editor.scss',
})
export class ConnectionEditor {
  protected readonly store = inject(EditorStore);
  protected readonly probe = inject(ProbeStore);
  protected readonly id = inject<{ id: number | null }>(MAT_DIALOG_DATA).id;
  private readonly sheet = inject<MatDialogRef<ConnectionEditor>>(MatDialogRef);
  private readonly notify = inject(Notify);
  private readonly testSection = viewChild<ElementRef<HTMLElement>>('testSection');
  private readonly nameField = viewChild<TextField>('nameField');

  protected readonly keepsPassword = $localize`Leave empty to keep the current password`;
  protected readonly isChecked = signal(false);
  protected readonly wantsToLeave = signal(false);
  protected readonly hasAddresses = signal(false);
  protected readonly showsPreview = signal(false);
  protected readonly preview = computed(() => subscriptionPreview(this.store.draft()?.objects() ?? []));
  protected readonly hasTest = computed(
    () => this.probe.isRunning() || this.probe.steps().length > 0 || this.probe.problem() !== null,
  );

  constructor() {
    // The field appears after the connection was read, too late for the dialog's own focus.
    effect(() => this.nameField()?.focus());
    this.sheet.disableClose = true;
    const clicks = this.sheet.backdropClick().subscribe(() => this.leave());
    inject(DestroyRef).onDestroy(() => {
      clicks.unsubscribe();
      this.probe.cancel();
    });
    void this.open();
  }

  protected async save(isAnother: boolean): Promise<void> {
    this.isChecked.set(true);
    const draft = this.store.draft();
    if (!draft?.isValid()) return this.showFirstFault();
    const isSaved = await this.store.save();
    if (!isSaved) return this.showFirstFault();
    this.notify.done(
      this.id === null ? $localize`Added ${draft.name()}:name:` : $localize`Saved ${draft.name()}:name:`,
    );
    if (!isAnother) return this.sheet.close();
    this.isChecked.set(false);
    this.probe.cancel();
    await this.open();
    this.nameField()?.focus();
  }

  protected async saveAnyway(): Promise<void> {
    if (await this.store.saveAnyway()) this.sheet.close();
  }

  protected test(): void {
    const draft = this.store.draft();
    if (!draft) return;
    void this.probe.run(draft.probe());
    // After it was rendered.
    setTimeout(() => this.testSection()?.nativeElement.scrollIntoView({ block: 'end', behavior: 'smooth' }));
  }

  @HostListener('document:keydown.escape')
  protected leave(): void {
    if (this.store.draft()?.isChanged() && !this.wantsToLeave()) this.wantsToLeave.set(true);
    else this.sheet.close();
  }

  protected async open(): Promise<void> {
    await this.store.open(this.id);
    this.hasAddresses.set(this.id !== null && this.store.draft()?.host() === '');
  }

  private showFirstFault(): void {
    const faults = this.store.draft()?.faults();
    if (faults?.restapi || faults?.websocket) this.hasAddresses.set(true);
    // After the faults were rendered.
    setTimeout(() => document.querySelector<HTMLElement>('snp-connection-editor [aria-invalid=true]')?.focus());
  }
}
