import { ChangeDetectionStrategy, Component, DestroyRef, computed, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatDialogActions, MatDialogClose, MatDialogContent, MatDialogTitle } from '@angular/material/dialog';
import type { ConflictRule, ImportedEntry, ImportOutcome } from '../../core/api/models';
import { count } from '../../core/format/units';
import { HealthMark } from '../../ui/health/health-mark';
import { Icon } from '../../ui/icon/icon';
import { CellTemplate, type Column } from '../../ui/table/column';
import { DataTable } from '../../ui/table/data-table';
import { ImportStore } from './import-store';

const OUTCOMES: readonly ImportOutcome[] = ['refused', 'added', 'updated', 'skipped', 'unchanged'];

const WILL: Readonly<Record<ImportOutcome, string>> = {
  added: $localize`will be added`,
  updated: $localize`will be changed`,
  unchanged: $localize`unchanged`,
  skipped: $localize`will be skipped`,
  refused: $localize`cannot be imported`,
};
const HAS: Readonly<Record<ImportOutcome, string>> = {
  added: $localize`added`,
  updated: $localize`changed`,
  unchanged: $localize`unchanged`,
  skipped: $localize`skipped`,
  refused: $localize`not imported`,
};
const ACCEPT = '.json,.yaml,.yml,.csv,.tsv,.txt,application/json,text/csv';
/** The statuses of a file that is at fault itself. */
const FILE_FAULTS: readonly number[] = [400, 413, 415, 422];
const RULES: readonly { value: ConflictRule; label: string }[] = [
  { value: 'skip', label: $localize`keep` },
  { value: 'update', label: $localize`overwrite` },
  { value: 'fail', label: $localize`cancel the import` },
];

/** Imports connections: choose a file, check the result, apply it. */
@Component({
  selector: 'snp-import-dialog',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [
    CellTemplate,
    DataTable,
    HealthMark,
    Icon,
    MatButton,
    MatDialogActions,
    MatDialogClose,
    MatDialogContent,
    MatDialogTitle,
  ],
  providers: [ImportStore],
  templateUrl: './import-dialog.html',
  styleUrl: './import-dialog.scss',
  // On the whole document: otherwise the browser opens a file that is dropped beside the dialog.
  host: {
    '(document:dragover)': 'isOver.set(true); $event.preventDefault()',
    '(document:dragleave)': 'isOver.set(false)',
    '(document:drop)': 'drop($event)',
  },
})
export class ImportDialog {
  protected readonly store = inject(ImportStore);
  protected readonly rules = RULES;
  protected readonly accept = ACCEPT;
  protected readonly isOver = signal(false);
  protected readonly sort = signal('outcome');
  protected readonly entries = computed(() => this.store.result()?.entries ?? []);
  protected readonly key = ({ position }: ImportedEntry): number => position;
  protected readonly words = computed(() => (this.store.phase() === 'applied' ? HAS : WILL));
  protected readonly counts = computed(() => {
    const entries = this.entries();
    return OUTCOMES.map((outcome) => ({
      outcome,
      count: count(entries.filter((entry) => entry.outcome === outcome).length),
      isNone: entries.every((entry) => entry.outcome !== outcome),
    }));
  });
  protected readonly failed = computed(() => {
    if (this.store.result() !== null) return $localize`The import failed.`;
    const isFile = FILE_FAULTS.includes(this.store.problem()?.status ?? 0);
    return isFile ? $localize`This file cannot be imported.` : $localize`The file could not be checked.`;
  });
  protected readonly share = computed(() => {
    const progress = this.store.progress();
    return progress && progress.total > 0 ? progress.done / progress.total : null;
  });

  protected readonly columns: readonly Column<ImportedEntry>[] = [
    {
      id: 'position',
      header: $localize`Entry`,
      width: 88,
      align: 'end',
      hideBelow: 480,
      value: ({ position }) => position,
      text: ({ position }) => count(position),
    },
    {
      id: 'name',
      header: $localize`Name`,
      width: 200,
      narrowWidth: 180,
      isFixed: true,
      value: ({ name }) => name,
      text: ({ name }) => name ?? '–',
    },
    {
      id: 'outcome',
      header: $localize`Result`,
      width: 176,
      hideBelow: 480,
      isFixed: true,
      value: ({ outcome }) => OUTCOMES.indexOf(outcome),
    },
    { id: 'why', header: $localize`Details`, width: 240, hideBelow: 480, grows: true, text: reasonText },
  ];

  constructor() {
    inject(DestroyRef).onDestroy(() => this.store.cancel());
  }

  protected drop(event: DragEvent): void {
    event.preventDefault();
    this.isOver.set(false);
    const file = event.dataTransfer?.files[0];
    if (file && this.store.phase() !== 'applying') void this.store.choose(file);
  }

  protected take(input: HTMLInputElement): void {
    const file = input.files?.[0];
    input.value = ''; // The same file can be chosen again once it is mended.
    if (file) void this.store.choose(file);
  }

  protected readonly reasonText = reasonText;

  protected level(outcome: ImportOutcome) {
    if (outcome === 'refused') return 'failed';
    return outcome === 'added' || outcome === 'updated' ? 'healthy' : 'no_data';
  }
}

function reasonText({ reasons }: ImportedEntry): string {
  return reasons.map(reasonOf).join('; ');
}

/** A message about a field follows its name; a full sentence stands alone. */
function reasonOf({ pointer, message }: ImportedEntry['reasons'][number]): string {
  return /^[A-Z]/.test(message) ? message : `${pointer.replace(/^\//, '')} ${message}`.trim();
}
