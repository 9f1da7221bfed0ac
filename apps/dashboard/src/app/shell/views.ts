import type { IconName } from '../ui/icon/icons';

/** The views that the navigation leads to. */
export interface View {
  readonly path: string;
  readonly label: string;
  readonly icon: IconName;
  /** The key after `g` that opens the view. */
  readonly key: string;
}

export const VIEWS: readonly View[] = [
  { path: '/', label: $localize`Fleet`, icon: 'fleet', key: 'f' },
  { path: '/connections', label: $localize`Connections`, icon: 'plug', key: 'c' },
  { path: '/ptp', label: $localize`PTP`, icon: 'clock', key: 'p' },
  { path: '/alarms', label: $localize`Alarms`, icon: 'bell', key: 'a' },
  { path: '/integrate', label: $localize`Integrate`, icon: 'code', key: 'i' },
  { path: '/about', label: $localize`About`, icon: 'about', key: 'b' },
];
