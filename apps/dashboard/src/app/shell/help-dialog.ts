import { ChangeDetectionStrategy, Component } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatDialogActions, MatDialogClose, MatDialogContent, MatDialogTitle } from '@angular/material/dialog';
import { HealthMark } from '../ui/health/health-mark';
import { LEVELS_WORST_FIRST, LEVEL_WORDS } from '../ui/health/health-words';
import type { HealthLevel } from '../core/api/models';
import { VIEWS } from './views';

const MEANINGS: Readonly<Record<HealthLevel, string>> = {
  failed: $localize`A critical rule is violated, or the session has an error`,
  degraded: $localize`A warning rule is violated`,
  no_data: $localize`Not connected, or no message for 10 s: values are stale`,
  healthy: $localize`Connected, all rules met`,
  off: $localize`The connection is disabled`,
};

/** The keyboard shortcuts and the health levels. */
@Component({
  selector: 'snp-help-dialog',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [HealthMark, MatButton, MatDialogActions, MatDialogClose, MatDialogContent, MatDialogTitle],
  templateUrl: './help-dialog.html',
  styleUrl: './help-dialog.scss',
})
export class HelpDialog {
  protected readonly levels = LEVELS_WORST_FIRST.map((level) => ({
    level,
    word: LEVEL_WORDS[level],
    meaning: MEANINGS[level],
  }));

  protected readonly groups: readonly { title: string; keys: readonly [string, string][] }[] = [
    { title: $localize`Go to`, keys: VIEWS.map(({ key, label }) => [`g ${key}`, label]) },
    {
      title: $localize`Everywhere`,
      keys: [
        ['/', $localize`Find a device`],
        ['?', $localize`This help`],
        ['t', $localize`Toggle dark mode`],
        ['Esc', $localize`Close, or exit kiosk mode`],
      ],
    },
    {
      title: $localize`Tables and tiles`,
      keys: [
        ['Tab', $localize`Next control`],
        ['Enter', $localize`Open, or sort by column`],
        ['Space', $localize`Select a row`],
        ['Shift click', $localize`Select a range`],
      ],
    },
    {
      title: $localize`Device`,
      keys: [
        ['← →', $localize`Previous and next tab`],
        ['j k', $localize`Next and previous device`],
      ],
    },
  ];
}
