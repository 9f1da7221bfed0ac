import {
  ChangeDetectionStrategy,
  Component,
  DestroyRef,
  ElementRef,
  computed,
  inject,
  signal,
  viewChild,
} from '@angular/core';
import { Router } from '@angular/router';
import { FleetStore, type LiveDevice } from '../../core/live/fleet-store';
import { matchesText } from '../../core/live/match';
import { Shortcuts } from '../../core/shortcuts';
import { HealthMark } from '../../ui/health/health-mark';
import { Icon } from '../../ui/icon/icon';

const MOST = 8;

/** Finds a device by name, host, tag or serial number. */
@Component({
  selector: 'snp-device-search',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [HealthMark, Icon],
  templateUrl: './device-search.html',
  styleUrl: './device-search.scss',
  host: { '[class.is-open]': 'isOpen()', '(focusout)': 'leave($event)' },
})
export class DeviceSearch {
  private readonly fleet = inject(FleetStore);
  private readonly router = inject(Router);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  private readonly field = viewChild.required<ElementRef<HTMLInputElement>>('field');

  protected readonly text = signal('');
  protected readonly isOpen = signal(false);
  protected readonly active = signal(0);
  protected readonly found = computed<readonly LiveDevice[]>(() => {
    const text = this.text().trim();
    if (text === '') return [];
    return this.fleet.devices().filter(({ summary }) => matchesText(summary(), text));
  });
  protected readonly shown = computed(() => this.found().slice(0, MOST));

  constructor() {
    inject(DestroyRef).onDestroy(inject(Shortcuts).add([{ keys: '/', run: () => this.open() }]));
  }

  protected open(): void {
    this.isOpen.set(true);
    this.field().nativeElement.focus();
    this.field().nativeElement.select();
  }

  protected type(text: string): void {
    this.text.set(text);
    this.active.set(0);
    this.isOpen.set(true);
  }

  protected press(event: KeyboardEvent): void {
    const last = this.shown().length - 1;
    if (event.key === 'ArrowDown') this.active.update((index) => Math.min(index + 1, last));
    else if (event.key === 'ArrowUp') this.active.update((index) => Math.max(index - 1, 0));
    else if (event.key === 'Enter') this.goTo(this.shown().at(this.active()));
    else if (event.key === 'Escape') this.close();
    else return;
    event.preventDefault();
  }

  protected goTo(device: LiveDevice | undefined): void {
    if (!device) return;
    this.close();
    void this.router.navigate(['/devices', device.id]);
  }

  protected showAll(): void {
    const text = this.text().trim();
    this.close();
    void this.router.navigate(['/'], { queryParams: { text } });
  }

  protected leave({ relatedTarget }: FocusEvent): void {
    if (!this.host.nativeElement.contains(relatedTarget as Node | null)) this.isOpen.set(false);
  }

  private close(): void {
    this.text.set('');
    this.isOpen.set(false);
    this.field().nativeElement.blur();
  }
}
