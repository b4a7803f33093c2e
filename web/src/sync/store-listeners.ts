// Who hears of what in the store, and that each hears once of whatever changed together.
import type { EntityTable } from './entity-table.ts';

export class StoreListeners {
  private readonly ofAny = new Set<() => void>();
  private readonly ofEntity = new Map<string, Set<() => void>>();
  private readonly ofId = new Map<string, Set<() => void>>();
  private readonly changedTables = new Set<EntityTable>();
  private readonly changedIds = new Set<string>();

  /** Calls `listener` after any change of what is shown of that kind; answers how to stop. */
  subscribe(name: string, listener: () => void): () => void {
    return listen(this.ofEntity, name, listener);
  }

  /** Calls `listener` after a change of that entity. */
  subscribeTo(name: string, id: string, listener: () => void): () => void {
    return listen(this.ofId, idKey(name, id), listener);
  }

  /** Calls `listener` once after whatever changed together. */
  subscribeAny(listener: () => void): () => void {
    this.ofAny.add(listener);
    return () => this.ofAny.delete(listener);
  }

  /** Remembers that an entity changed, to be told at the next `tell`. */
  note(table: EntityTable, id: string): void {
    this.changedTables.add(table);
    if (this.ofId.size > 0) this.changedIds.add(idKey(table.name, id));
  }

  /** Whether anything is to be told. */
  get hasNews(): boolean {
    return this.changedTables.size > 0;
  }

  tell(): void {
    const heard = new Set<() => void>(this.ofAny);
    for (const table of this.changedTables) for (const listener of this.ofEntity.get(table.name) ?? []) heard.add(listener);
    for (const key of this.changedIds) for (const listener of this.ofId.get(key) ?? []) heard.add(listener);
    this.changedTables.clear();
    this.changedIds.clear();
    for (const listener of heard) listener();
  }
}

function idKey(name: string, id: string): string {
  return `${name}/${id}`;
}

function listen(listeners: Map<string, Set<() => void>>, key: string, listener: () => void): () => void {
  const heard = listeners.get(key) ?? new Set<() => void>();
  listeners.set(key, heard.add(listener));
  return () => {
    heard.delete(listener);
    if (heard.size === 0 && listeners.get(key) === heard) listeners.delete(key);
  };
}
