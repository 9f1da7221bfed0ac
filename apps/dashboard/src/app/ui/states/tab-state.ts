import { ChangeDetectionStrategy, Component, input, output } from '@angular/core';
import type { Problem } from '../../core/api/problem';
import { EmptyState } from './empty-state';
import { ErrorState } from './error-state';
import { LoadingState } from './loading-state';

/** Shows its content, or why there is none: loading, failed, not received, empty. */
@Component({
  selector: 'snp-tab-state',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [EmptyState, ErrorState, LoadingState],
  template: `
    @if (rows() === undefined) {
      @if (problem(); as reason) {
        <snp-error-state [problem]="reason" (retry)="retry.emit()" />
      } @else {
        <snp-loading-state [height]="40" />
      }
    } @else if (rows() === null) {
      <snp-empty-state icon="plug" [heading]="isOffline() ? offlineHeading : notReceivedHeading">
        @if (isOffline()) {
          <p i18n>Values appear here once the device is connected and sends statuses.</p>
        } @else {
          <p i18n>The connection does not subscribe to these objects, or the device does not send them.</p>
          @if (elsewhere(); as elements) {
            <p i18n>The Raw tab shows the objects of element {{ elements }}.</p>
          }
        }
      </snp-empty-state>
    } @else if (rows()?.length === 0) {
      <snp-empty-state icon="check" [heading]="emptyHeading()">
        <p>{{ emptyText() }}</p>
      </snp-empty-state>
    } @else {
      <ng-content />
    }
  `,
  styles: `
    :host {
      display: flex;
      flex: 0 1 auto;
      flex-direction: column;
      gap: 12px;
      min-height: 0;
    }
  `,
})
export class TabState {
  /** Undefined until read; null when the device does not send it. */
  readonly rows = input.required<readonly unknown[] | null | undefined>();
  readonly problem = input.required<Problem | null>();
  readonly emptyHeading = input($localize`Nothing to show`);
  readonly emptyText = input('');
  /** Whether the device is not connected, which is why it sends nothing. */
  readonly isOffline = input(false);
  protected readonly offlineHeading = $localize`No current values`;
  protected readonly notReceivedHeading = $localize`Not received`;
  /** Other elements of the device, whose objects are not shown here. */
  readonly elsewhere = input('');
  readonly retry = output<void>();
}
