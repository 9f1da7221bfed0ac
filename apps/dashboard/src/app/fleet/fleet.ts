import {
  ChangeDetectionStrategy,
  Component,
  ElementRef,
  afterNextRender,
  computed,
  inject,
  signal,
  viewChild,
  DestroyRef,
} from '@angular/core';
import { MatButton, MatIconButton } from '@angular/material/button';
import { MatTooltip } from '@angular/material/tooltip';
import { RouterLink } from '@angular/router';
import { Kiosk } from '../core/kiosk';
import { FleetStore, type LiveDevice } from '../core/live/fleet-store';
import { tagsOf } from '../core/live/match';
import { UrlState } from '../core/url-state';
import { ChoiceFilter } from '../ui/filter/choice-filter';
import { TextFilter } from '../ui/filter/text-filter';
import { HealthMark } from '../ui/health/health-mark';
import { LEVEL_WORDS, LEVELS_WORST_FIRST } from '../ui/health/health-words';
import { Icon } from '../ui/icon/icon';
import { EmptyState } from '../ui/states/empty-state';
import { ErrorState } from '../ui/states/error-state';
import { LoadingState } from '../ui/states/loading-state';
import { progressive } from '../ui/progressive';
import { UserActivity } from '../ui/order/user-activity';
import { stableOrder } from '../ui/order/stable-order';
import { DeviceTile } from './device-tile';
import { grouped, groupOf, isWanted, worstFirst } from './fleet-order';
import { fitTiles, plainTiles, TILE_SIZES, type TileFit, type TileSize } from './tile-size';

/** The fleet: a tile for each device, worst first. */
@Component({
  selector: 'snp-fleet',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [
    ChoiceFilter,
    DeviceTile,
    EmptyState,
    ErrorState,
    HealthMark,
    Icon,
    LoadingState,
    MatButton,
    MatIconButton,
    MatTooltip,
    UserActivity,
    RouterLink,
    TextFilter,
  ],
  templateUrl: './fleet.html',
  styleUrl: './fleet.scss',
})
export class FleetView {
  protected readonly fleet = inject(FleetStore);
  protected readonly url = inject(UrlState);
  protected readonly kiosk = inject(Kiosk);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  private readonly activity = viewChild(UserActivity);
  private readonly room = signal({ width: 0, height: 0 });

  protected readonly text = this.url.text('text');
  protected readonly tags = this.url.words('tag');
  protected readonly levels = this.url.words('health');
  protected readonly group = this.url.text('group');
  protected readonly size = this.url.text('size');
  protected readonly sizes = TILE_SIZES;
  protected readonly noGroup = $localize`None`;

  protected readonly tagChoices = computed(() =>
    tagsOf(this.fleet.devices().map(({ summary }) => summary())).map((value) => ({ value, label: value })),
  );
  protected readonly groupKeys = computed(() => {
    const keys = new Set(this.tagChoices().map(({ value }) => value.split('=')[0]));
    return [...keys].sort();
  });
  protected readonly levelChoices = computed(() => {
    const counts = this.fleet.counts();
    return LEVELS_WORST_FIRST.map((level) => ({
      level,
      word: LEVEL_WORDS[level],
      count: counts[level],
      isOn: this.levels().includes(level),
    }));
  });
  private readonly filter = computed(() => ({ text: this.text(), tags: this.tags(), levels: this.levels() }));
  private readonly byId = computed(() => new Map(this.fleet.devices().map((device) => [device.id, device])));
  private readonly wanted = computed(
    () => worstFirst(this.fleet.devices().filter((device) => isWanted(device, this.filter()))).map(({ id }) => id),
    { equal: (a, b) => a.length === b.length && a.every((id, index) => id === b[index]) },
  );
  private readonly order = stableOrder(
    this.wanted,
    computed(() => this.activity()?.isActive() ?? false),
    this.filter,
  );
  protected readonly shown = computed(() => {
    const byId = this.byId();
    return this.order().flatMap((id) => byId.get(id) ?? []);
  });
  protected readonly isFiltered = computed(() => this.shown().length < this.fleet.devices().length);
  protected readonly fit = computed<TileFit>(() => {
    const size = this.sizes.find((known) => known === this.size());
    return size ? plainTiles(size) : fitTiles(this.shown().length, this.room(), this.kiosk.isOn());
  });
  private readonly tileSize = computed(() => this.fit().size);
  private readonly drawn = progressive(
    this.shown,
    computed(() => [this.filter(), this.tileSize()]),
  );
  protected readonly groups = computed(() => {
    const group = this.group();
    return group === ''
      ? [{ title: '', members: this.drawn() }]
      : grouped(this.drawn(), (device) => titleOf(device, group));
  });

  constructor() {
    const destroyed = inject(DestroyRef);
    afterNextRender(() => {
      const observer = new ResizeObserver(() => this.measure());
      observer.observe(this.host.nativeElement);
      destroyed.onDestroy(() => observer.disconnect());
    });
  }

  protected toggleLevel(level: string): void {
    const levels = this.levels();
    this.url.set({ health: levels.includes(level) ? levels.filter((other) => other !== level) : [...levels, level] });
  }

  protected chooseSize(size: TileSize): void {
    this.url.set({ size: this.size() === size ? null : size });
  }

  protected clearFilters(): void {
    this.url.set({ text: null, tag: null, health: null });
  }

  private measure(): void {
    const host = this.host.nativeElement;
    const wall = host.querySelector<HTMLElement>('.wall');
    if (!wall) return;
    const bottom = Number.parseFloat(getComputedStyle(host).getPropertyValue('--snp-gap'));
    const height = host.getBoundingClientRect().bottom - wall.getBoundingClientRect().top - bottom;
    this.room.set({ width: wall.clientWidth, height });
  }
}

function titleOf({ summary }: LiveDevice, group: string): string {
  return groupOf(summary(), group);
}
