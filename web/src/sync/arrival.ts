// What a snapshot that is being read has named: what it has not is gone at its end (docs/feed-spec.md 2.1).
import type { EntityTable } from './entity-table.ts';

export class Arrival {
  /** Ids, by entity; `all`: whatever the table holds. */
  private readonly named = new Map<string, Set<string> | 'all'>();

  /** A table that was empty before the snapshot holds nothing else, so that nothing has to be looked up for each of its rows. */
  fills(table: EntityTable): boolean {
    const isEmpty = table.shown.size === 0 && table.under.size === 0;
    if (isEmpty && !this.named.has(table.name)) this.named.set(table.name, 'all');
    return this.named.get(table.name) === 'all' && table.under.size === 0;
  }

  /** The ids of a table that the snapshot has named, counted one by one from now on. */
  namedIn(table: EntityTable): Set<string> {
    const named = this.named.get(table.name);
    if (named instanceof Set) return named;
    const counted = new Set(named === 'all' ? [...table.shown.keys(), ...table.under.keys()] : []);
    this.named.set(table.name, counted);
    return counted;
  }

  /** The ids of a table that it has not named. */
  leftOut(table: EntityTable): readonly string[] {
    if (this.named.get(table.name) === 'all') return [];
    const named = this.namedIn(table);
    return [...table.shown.keys(), ...table.under.keys()].filter((id) => !named.has(id));
  }
}
