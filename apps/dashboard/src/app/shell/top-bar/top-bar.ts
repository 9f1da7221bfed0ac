import { ChangeDetectionStrategy, Component, inject, output } from '@angular/core';
import { MatIconButton } from '@angular/material/button';
import { MatMenu, MatMenuItem, MatMenuTrigger } from '@angular/material/menu';
import { MatTooltip } from '@angular/material/tooltip';
import { RouterLink } from '@angular/router';
import { Theme, type ThemeChoice } from '../../core/theme';
import { Icon } from '../../ui/icon/icon';
import type { IconName } from '../../ui/icon/icons';
import { DeviceSearch } from './device-search';
import { HealthCounts } from './health-counts';
import { StreamStatus } from './stream-status';

interface ThemeOption {
  readonly choice: ThemeChoice;
  readonly label: string;
  readonly icon: IconName;
}

/** The top bar: product, health counts, search, stream state, theme and help. */
@Component({
  selector: 'snp-top-bar',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [
    DeviceSearch,
    HealthCounts,
    Icon,
    MatIconButton,
    MatMenu,
    MatMenuItem,
    MatMenuTrigger,
    MatTooltip,
    RouterLink,
    StreamStatus,
  ],
  templateUrl: './top-bar.html',
  styleUrl: './top-bar.scss',
  host: { role: 'banner' },
})
export class TopBar {
  readonly help = output<void>();
  protected readonly theme = inject(Theme);
  protected readonly themes: readonly ThemeOption[] = [
    { choice: 'light', label: $localize`Light`, icon: 'sun' },
    { choice: 'dark', label: $localize`Dark`, icon: 'moon' },
    { choice: 'system', label: $localize`System default`, icon: 'screen' },
  ];
}
