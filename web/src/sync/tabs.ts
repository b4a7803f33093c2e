// The tabs of one browser among themselves: one of them at a time does a thing, and each may tell the others something.

/** What a tab tells the others. It must survive being copied. */
export type TabMessage = Readonly<Record<string, unknown>> & { readonly kind: string };

export interface Tabs {
  /**
   * Runs `work` when no other tab runs work of that name; the place is given up when what it answers has settled, or the
   * tab is closed. Where a browser cannot elect, every tab does the work: that costs work, and never correctness.
   */
  readonly alone: (name: string, work: () => Promise<void>) => Promise<void>;
  /** Tells all other tabs; nothing is answered, and a tab that sleeps may hear it late or never. */
  readonly tell: (message: TabMessage) => void;
  readonly onTold: (listener: (message: TabMessage) => void) => void;
}

export function browserTabs(): Tabs {
  const channel = typeof document === 'undefined' ? null : new BroadcastChannel('shortlist');
  // Only addresses with https, and localhost, have locks.
  const locks = typeof navigator === 'undefined' ? undefined : (navigator as Partial<Navigator>).locks;
  return {
    alone: async (name, work) => {
      if (locks === undefined) await work();
      else await locks.request(`shortlist-${name}`, work);
    },
    // A channel, not a window: it has no other origins.
    // oxlint-disable-next-line unicorn/require-post-message-target-origin
    tell: (message) => channel?.postMessage(message),
    onTold: (listener) =>
      channel?.addEventListener('message', (event: MessageEvent<TabMessage>) => {
        listener(event.data);
      }),
  };
}
