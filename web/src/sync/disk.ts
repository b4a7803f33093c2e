// What this browser keeps of the workspace between two visits: drawers of records, read together and written in one step.
// It knows neither entities nor commands; `kept-store.ts` and `kept-queue.ts` do (docs/feed-spec.md 9).

/** `visit`: who was signed in last, and how far the store goes. `lines`, `changes`: the store. `queue`: commands to be sent. */
export const drawers = ['visit', 'lines', 'changes', 'queue'] as const;
export type Drawer = (typeof drawers)[number];

/** A record's place in its drawer. Numbers come before words, each in their order. */
export type DiskKey = number | string;

export type DiskRecord = readonly [key: DiskKey, value: unknown];

export type DiskWrite =
  | { readonly kind: 'put'; readonly drawer: Drawer; readonly key: DiskKey; readonly value: unknown }
  /** Puts one record under the number after every number that was given before. */
  | { readonly kind: 'add'; readonly drawer: Drawer; readonly value: unknown }
  | { readonly kind: 'remove'; readonly drawer: Drawer; readonly key: DiskKey }
  /** Removes every record whose key is not above `upTo`; absent: all of the drawer. */
  | { readonly kind: 'clear'; readonly drawer: Drawer; readonly upTo?: number };

export interface Disk {
  /** The records of these drawers as of one moment, by key. Rejects when the disk fails. */
  readonly read: (...from: readonly Drawer[]) => Promise<readonly (readonly DiskRecord[])[]>;
  /**
   * Shows `plan` the value at one place (undefined: none) and writes what it answers, all or nothing, before anybody else
   * writes. Null writes nothing. Answers whether something was to be written; rejects when the disk fails.
   */
  readonly write: (drawer: Drawer, key: DiskKey, plan: (value: unknown) => readonly DiskWrite[] | null) => Promise<boolean>;
}

/** A disk that lasts as long as whoever holds it: for a browser that forbids a real one, and for tests. */
export function memoryDisk(): Disk {
  const kept = new Map<Drawer, Map<DiskKey, unknown>>(drawers.map((drawer) => [drawer, new Map()]));
  let last = 0;
  const within = (drawer: Drawer) => kept.get(drawer) ?? new Map<DiskKey, unknown>();
  const apply = (write: DiskWrite) => {
    const records = within(write.drawer);
    if (write.kind === 'remove') records.delete(write.key);
    else if (write.kind === 'put') records.set(write.key, write.value);
    else if (write.kind === 'add') records.set((last += 1), write.value);
    else
      for (const key of records.keys())
        if (write.upTo === undefined || (typeof key === 'number' && key <= write.upTo)) records.delete(key);
  };
  return {
    read: (...from) => Promise.resolve(from.map((drawer) => [...within(drawer)].toSorted(([a], [b]) => byKey(a, b)))),
    // Rejects as the others do where `plan` throws.
    write: async (drawer, key, plan) => {
      const writes = plan(within(drawer).get(key));
      writes?.forEach(apply);
      return writes !== null;
    },
  };
}

function byKey(a: DiskKey, b: DiskKey): number {
  if (typeof a !== typeof b) return typeof a === 'number' ? -1 : 1;
  return a < b ? -1 : a > b ? 1 : 0;
}
