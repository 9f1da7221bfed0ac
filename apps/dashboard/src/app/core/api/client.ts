import { HttpClient, type HttpResponse } from '@angular/common/http';
import { Injectable, inject } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import type {
  Alarm,
  BulkChange,
  BulkResult,
  Connection,
  DiscoveredObject,
  Fleet,
  NewConnection,
  ObjectTemplate,
  ProbeRequest,
} from './models';

type Query = Record<string, string | number | boolean | undefined>;

export interface Call<P, R> {
  (params: P): { method: string; path: string; query?: Query; body?: unknown; headers?: Record<string, string> };
  readonly result?: R;
}

@Injectable({ providedIn: 'root' })
export class Api {
  private readonly http = inject(HttpClient);

  async invoke<P, R>(call: Call<P, R>, ...params: undefined extends P ? [] : [P]): Promise<R> {
    return (await this.invoke$Response(call, ...params)).body as R;
  }

  invoke$Response<P, R>(call: Call<P, R>, ...params: undefined extends P ? [] : [P]): Promise<HttpResponse<R>> {
    const { method, path, query, body, headers } = call(params[0] as P);
    const set = Object.fromEntries(
      Object.entries(query ?? {}).filter((e): e is [string, string | number | boolean] => e[1] !== undefined),
    );
    return firstValueFrom(this.http.request<R>(method, path, { body, params: set, headers, observe: 'response' }));
  }
}

export const getFleet: Call<undefined, Fleet> = () => ({ method: 'GET', path: '/api/fleet' });
export const listAlarms: Call<undefined, Alarm[]> = () => ({ method: 'GET', path: '/api/alarms' });
export const listConnections: Call<undefined, Connection[]> = () => ({ method: 'GET', path: '/api/connections' });
export const getConnection: Call<{ id: number }, Connection> = ({ id }) => ({
  method: 'GET',
  path: `/api/connections/${id}`,
});
export const createConnection: Call<{ body: NewConnection }, { id: number }> = ({ body }) => ({
  method: 'POST',
  path: '/api/connections',
  body,
});
export const patchConnection: Call<{ id: number; 'If-Match'?: string; body: Partial<NewConnection> }, unknown> = ({
  id,
  body,
  'If-Match': match,
}) => ({
  method: 'PATCH',
  path: `/api/connections/${id}`,
  body,
  headers: match ? { 'If-Match': match } : undefined,
});
export const duplicateConnection: Call<{ id: number; body: object }, { id: number }> = ({ id, body }) => ({
  method: 'POST',
  path: `/api/connections/${id}/duplicate`,
  body,
});
export const changeConnections: Call<{ body: BulkChange }, BulkResult> = ({ body }) => ({
  method: 'POST',
  path: '/api/connections/bulk',
  body,
});
export const listObjectTemplates: Call<undefined, ObjectTemplate[]> = () => ({
  method: 'GET',
  path: '/api/object-templates',
});
export const reloadConnections: Call<undefined, { message: string }> = () => ({ method: 'POST', path: '/api/reload' });
export const discoverObjects: Call<{ body: ProbeRequest }, { objects: DiscoveredObject[] }> = ({ body }) => ({
  method: 'POST',
  path: '/api/connections/discover',
  body,
});
