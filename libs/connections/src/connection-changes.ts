import { Injectable } from '@nestjs/common';
import { Subject, type Observable } from 'rxjs';

/** Connections have changed, or are to be read again. */
export type ConnectionChange =
  { readonly kind: 'added' | 'changed' | 'removed'; readonly ids: readonly number[] } | { readonly kind: 'reload' };

/** The announcement "connections changed", made after the change is committed. */
@Injectable()
export class ConnectionChanges {
  private readonly subject = new Subject<ConnectionChange>();

  readonly changes$: Observable<ConnectionChange> = this.subject.asObservable();

  announce(change: ConnectionChange): void {
    if (change.kind !== 'reload' && change.ids.length === 0) return;
    this.subject.next(change);
  }
}
