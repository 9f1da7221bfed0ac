import type { Routes } from '@angular/router';

export const routes: Routes = [
  {
    path: '',
    pathMatch: 'full',
    title: $localize`Fleet`,
    loadComponent: () => import('./fleet/fleet').then(({ FleetView }) => FleetView),
  },
  {
    path: 'connections',
    title: $localize`Connections`,
    loadComponent: () => import('./connections/connections').then(({ ConnectionsView }) => ConnectionsView),
  },
  {
    path: 'devices/:id',
    loadComponent: () => import('./device/device').then(({ DeviceView }) => DeviceView),
    loadChildren: () => import('./device/device.routes').then(({ DEVICE_ROUTES }) => DEVICE_ROUTES),
  },
  {
    path: 'ptp',
    title: $localize`PTP`,
    loadComponent: () => import('./ptp/ptp').then(({ PtpView }) => PtpView),
  },
  {
    path: 'alarms',
    title: $localize`Alarms`,
    loadComponent: () => import('./alarms/alarms').then(({ AlarmsView }) => AlarmsView),
  },
  {
    path: 'integrate',
    title: $localize`Integrate`,
    loadComponent: () => import('./integrate/integrate').then(({ IntegrateView }) => IntegrateView),
  },
  {
    path: 'about',
    title: $localize`About`,
    loadComponent: () => import('./about/about').then(({ AboutView }) => AboutView),
  },
  {
    path: '**',
    title: $localize`Not found`,
    loadComponent: () => import('./not-found').then(({ NotFound }) => NotFound),
  },
];
