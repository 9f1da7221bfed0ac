import type { Routes } from '@angular/router';

/** The tabs of a device; each is loaded when it is first opened. */
export const DEVICE_ROUTES: Routes = [
  { path: '', pathMatch: 'full', redirectTo: 'overview' },
  {
    path: 'overview',
    loadComponent: () => import('./tabs/overview/overview').then(({ DeviceOverview }) => DeviceOverview),
  },
  { path: 'ptp', loadComponent: () => import('./tabs/ptp/ptp-tab').then(({ PtpTab }) => PtpTab) },
  { path: 'network', loadComponent: () => import('./tabs/network/network-tab').then(({ NetworkTab }) => NetworkTab) },
  {
    path: 'receivers',
    loadComponent: () => import('./tabs/receivers/receivers-tab').then(({ ReceiversTab }) => ReceiversTab),
  },
  { path: 'senders', loadComponent: () => import('./tabs/senders/senders-tab').then(({ SendersTab }) => SendersTab) },
  {
    path: 'channels',
    loadComponent: () => import('./tabs/channels/channels-tab').then(({ ChannelsTab }) => ChannelsTab),
  },
  { path: 'alarms', loadComponent: () => import('./tabs/alarms/alarms-tab').then(({ AlarmsTab }) => AlarmsTab) },
  { path: 'events', loadComponent: () => import('./tabs/events/events-tab').then(({ EventsTab }) => EventsTab) },
  { path: 'metrics', loadComponent: () => import('./tabs/metrics/metrics-tab').then(({ MetricsTab }) => MetricsTab) },
  { path: 'raw', loadComponent: () => import('./tabs/raw/raw-tab').then(({ RawTab }) => RawTab) },
  { path: '**', redirectTo: 'overview' },
];
