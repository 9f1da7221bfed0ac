import { InjectionToken, inject } from '@angular/core';
import { BASE_PATH } from '../base-path';
import type { LeaderMessage, TabChannel } from './leadership';
import type { ServerEvent } from './server-events';

/** Messages between tabs of the dashboard. */
export type TabMessage =
  | LeaderMessage
  /** Events that the reading tab received; empty for a heartbeat. */
  | { readonly type: 'events'; readonly events: readonly ServerEvent[]; readonly isNew: boolean }
  | { readonly type: 'lost'; readonly refusal: string }
  /** A tab that was just opened asks for the state of the stream. */
  | { readonly type: 'hello' }
  /** The reading tab reconnects now. */
  | { readonly type: 'retry' };

/** The other tabs of the dashboard of this exporter in this browser. */
export const TAB_CHANNEL = new InjectionToken<TabChannel<TabMessage>>('other tabs', {
  providedIn: 'root',
  factory: () => openChannel(`snp-dashboard${inject(BASE_PATH)}`),
});

function openChannel(name: string): TabChannel<TabMessage> {
  const channel = new BroadcastChannel(name);
  return {
    post: (message) => channel.postMessage(message),
    listen: (listener) => {
      const listen = ({ data }: MessageEvent<TabMessage>) => listener(data);
      channel.addEventListener('message', listen);
      return () => channel.removeEventListener('message', listen);
    },
  };
}
