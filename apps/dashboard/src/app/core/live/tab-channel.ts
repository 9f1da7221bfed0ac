import { InjectionToken } from '@angular/core';
import type { LeaderMessage, TabChannel } from './leadership';
import type { ServerEvent } from './server-events';

/** What tabs of the dashboard say to each other. */
export type TabMessage =
  | LeaderMessage
  /** What the reading tab heard; empty for a sign of life. */
  | { readonly type: 'heard'; readonly events: readonly ServerEvent[]; readonly isNew: boolean }
  | { readonly type: 'lost' }
  /** A tab that has just been opened asks how the stream is. */
  | { readonly type: 'hello' }
  /** Someone does not want to wait for the next attempt. */
  | { readonly type: 'retry' };

/** The other tabs of the dashboard in this browser. */
export const TAB_CHANNEL = new InjectionToken<TabChannel<TabMessage>>('other tabs', {
  providedIn: 'root',
  factory: () => openChannel('snp-dashboard'),
});

function openChannel(name: string): TabChannel<TabMessage> {
  const channel = new BroadcastChannel(name);
  return {
    post: (message) => channel.postMessage(message),
    listen: (listener) => {
      const heard = ({ data }: MessageEvent<TabMessage>) => listener(data);
      channel.addEventListener('message', heard);
      return () => channel.removeEventListener('message', heard);
    },
  };
}
