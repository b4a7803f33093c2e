// The disk of a browser: IndexedDB. One that fails, or does not answer, is given up for this page: the work goes on, and
// only the next start is poorer (docs/feed-spec.md 9.7).
import { drawers, memoryDisk, type Disk, type DiskRecord } from './disk.ts';

/** A browser that is asked while it cleans up may never answer. */
const patienceMs = 3_000;

/** The disk of this page's origin. `name` tells one from another, for tests. */
export function indexedDisk(name = 'shortlist'): Disk {
  let opened: Promise<IDBDatabase> | null = null;
  let instead: Disk | null = typeof indexedDB === 'undefined' ? memoryDisk() : null;

  async function use<Value>(work: (disk: Disk) => Promise<Value>): Promise<Value> {
    if (instead !== null) return await work(instead);
    opened ??= open(name, () => (opened = null));
    try {
      return await inTime(work(diskOn(await inTime(opened))));
    } catch {
      instead ??= memoryDisk();
      return await work(instead);
    }
  }

  return {
    read: async (...from) => await use((disk) => disk.read(...from)),
    write: async (drawer, key, plan) => await use((disk) => disk.write(drawer, key, plan)),
  };
}

function diskOn(database: IDBDatabase): Disk {
  return {
    read: async (...from) => {
      const transaction = database.transaction(from, 'readonly');
      const found = from.map((drawer) => {
        const store = transaction.objectStore(drawer);
        return [answerOf(store.getAllKeys()), answerOf(store.getAll())] as const;
      });
      return await Promise.all(
        found.map(async ([keys, values]) => {
          const all = await values;
          // Only numbers and words are put.
          return ((await keys) as (number | string)[]).map((key, at): DiskRecord => [key, all[at]]);
        }),
      );
    },
    write: (drawer, key, plan) =>
      new Promise((resolve, reject) => {
        const transaction = database.transaction(drawers, 'readwrite');
        let planned = false;
        const looked = transaction.objectStore(drawer).get(key);
        looked.addEventListener('success', () => {
          const writes = plan(looked.result);
          planned = writes !== null;
          for (const write of writes ?? []) {
            const store = transaction.objectStore(write.drawer);
            if (write.kind === 'remove') store.delete(write.key);
            else if (write.kind === 'clear') store.delete(IDBKeyRange.upperBound(write.upTo ?? []));
            else if (write.kind === 'add') store.put(write.value);
            else store.put(write.value, write.key);
          }
        });
        transaction.addEventListener('complete', () => resolve(planned));
        transaction.addEventListener('abort', () => reject(failure(transaction.error)));
        transaction.addEventListener('error', () => reject(failure(transaction.error)));
      }),
  };
}

function open(name: string, onLost: () => void): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open(name, 1);
    opening.addEventListener('upgradeneeded', () => {
      for (const drawer of drawers) opening.result.createObjectStore(drawer, { autoIncrement: true });
    });
    opening.addEventListener('success', () => {
      const database = opening.result;
      // A page of a later version wants to change the drawers; this one opens them again when it needs them.
      database.addEventListener('versionchange', () => {
        database.close();
        onLost();
      });
      database.addEventListener('close', onLost);
      resolve(database);
    });
    opening.addEventListener('error', () => reject(failure(opening.error)));
    opening.addEventListener('blocked', () => reject(failure(null)));
  });
}

function answerOf<Value>(request: IDBRequest<Value>): Promise<Value> {
  return new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result));
    request.addEventListener('error', () => reject(failure(request.error)));
  });
}

function failure(error: DOMException | null): Error {
  return error ?? new Error('the disk did not say what went wrong');
}

function inTime<Value>(work: Promise<Value>): Promise<Value> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('the disk does not answer')), patienceMs);
    work.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
