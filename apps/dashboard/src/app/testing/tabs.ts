import type { TabChannel } from '../core/stream/leadership';

/** The tabs of one browser: each receives what the others post. */
export class Tabs<T> {
  private readonly tabs = new Set<Set<(message: T) => void>>();

  open(): TabChannel<T> & { close(): void } {
    const listeners = new Set<(message: T) => void>();
    this.tabs.add(listeners);
    return {
      post: (message) => {
        if (!this.tabs.has(listeners)) return;
        for (const others of this.tabs) if (others !== listeners) [...others].forEach((listener) => listener(message));
      },
      listen: (listener) => {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
      close: () => this.tabs.delete(listeners),
    };
  }
}
