import { ChangeDetectionStrategy, Component } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatDialogActions, MatDialogClose, MatDialogContent, MatDialogTitle } from '@angular/material/dialog';
import { HealthMark } from '../ui/health/health-mark';
import { LEVELS_WORST_FIRST, LEVEL_WORDS } from '../ui/health/health-words';
import type { HealthLevel } from '../core/api/models';
import { VIEWS } from './views';

const MEANINGS: Readonly<Record<HealthLevel, string>> = {
  failed: $localize`A critical rule is broken, or someone must act on the session`,
  degraded: $localize`A warning`,
  no_data: $localize`No session, or nothing heard for ten seconds: values are old`,
  healthy: $localize`Connected, no rule broken`,
  off: $localize`Disabled by someone`,
};

/** The keys, and what the marks mean. */
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
      title: $localize`Anywhere`,
      keys: [
        ['/', $localize`Find a device`],
        ['?', $localize`This page`],
        ['t', $localize`Light or dark`],
        ['Esc', $localize`Close, or leave the wall view`],
      ],
    },
    {
      title: $localize`Tables and wall`,
      keys: [
        ['Tab', $localize`Next control`],
        ['Enter', $localize`Open; sort by a column`],
        ['Space', $localize`Select a row`],
        ['Shift click', $localize`Select up to a row`],
      ],
    },
    {
      title: $localize`Device`,
      keys: [
        ['← →', $localize`Next tab`],
        ['j k', $localize`Next and previous device`],
      ],
    },
  ];
}
