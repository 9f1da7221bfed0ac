import { HttpClient } from '@angular/common/http';
import { Injectable, inject } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import type { Alarm, Fleet } from './models';

type Query = Record<string, string | number | boolean | undefined>;

export interface Call<P, R> {
  (params: P): { method: string; path: string; query?: Query; body?: unknown };
  readonly result?: R;
}

@Injectable({ providedIn: 'root' })
export class Api {
  private readonly http = inject(HttpClient);

  invoke<P, R>(call: Call<P, R>, ...params: undefined extends P ? [] : [P]): Promise<R> {
    const { method, path, query, body } = call(params[0] as P);
    const set = Object.fromEntries(
      Object.entries(query ?? {}).filter((e): e is [string, string | number | boolean] => e[1] !== undefined),
    );
    return firstValueFrom(this.http.request<R>(method, path, { body, params: set }));
  }
}

export const getFleet: Call<undefined, Fleet> = () => ({ method: 'GET', path: '/api/fleet' });
export const listAlarms: Call<undefined, Alarm[]> = () => ({ method: 'GET', path: '/api/alarms' });
