import type { HttpClient } from '@angular/common/http';
import { Injectable, inject } from '@angular/core';
import { Api as GeneratedApi, type StrictHttpResponse } from '@snp/api-client';
import { firstValueFrom, type Observable } from 'rxjs';

/** An operation of the generated client. */
type Operation<P, R> = (http: HttpClient, rootUrl: string, params: P) => Observable<StrictHttpResponse<R>>;
type OperationWithoutNeeds<P, R> = (http: HttpClient, rootUrl: string, params?: P) => Observable<StrictHttpResponse<R>>;

/** The API of the exporter. Only stores use it. */
@Injectable({ providedIn: 'root' })
export class Api {
  private readonly api = inject(GeneratedApi);

  invoke<P, R>(operation: OperationWithoutNeeds<P, R>, params?: P): Promise<R>;
  invoke<P, R>(operation: Operation<P, R>, params: P): Promise<R>;
  async invoke<P, R>(operation: Operation<P, R>, params: P): Promise<R> {
    return (await this.answer(operation, params)).body;
  }

  /** The response with its headers. */
  answer<P, R>(operation: Operation<P, R>, params: P): Promise<StrictHttpResponse<R>> {
    return firstValueFrom(this.api.invoke$Response(operation, params));
  }
}
