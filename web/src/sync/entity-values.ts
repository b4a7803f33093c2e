// What the store takes for an entity's value, and when two of them are the same.
import type { EntityName, EntityOf } from '@shortlist/domain/entities.ts';

/** Any entity, where its kind does not matter. */
export type EntityValue = { readonly id: string };

/**
 * Entities too long for the snapshot: they are fetched when what they belong to is opened, and the store keeps only the
 * ones that were. A test holds this against the declarations.
 */
export const fetchedWhenOpened: ReadonlySet<string> = new Set<EntityName>([
  'text',
  'evidence',
  'attachment',
  'comment',
  'codeUse',
]);

/** Turns what the store holds under a name into that entity's type. */
export function asEntity<Name extends EntityName>(value: EntityValue): EntityOf<Name> {
  // Rows come from the server's own schema of that name; the browser carries no schema to look again.
  return value as EntityOf<Name>;
}

/** The value of one row of a snapshot. */
export function rowValue(fields: readonly string[], row: readonly unknown[]): EntityValue {
  const value: Record<string, unknown> = {};
  for (let place = 0; place < fields.length; place += 1) {
    const field = fields[place];
    if (field !== undefined) value[field] = row[place];
  }
  // Every entity has an id; a row without one would be the server's fault.
  return value as EntityValue;
}

/** Whether two JSON values are the same, in depth. */
export function sameValue(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) || Array.isArray(b)) {
    return Array.isArray(a) && Array.isArray(b) && a.length === b.length && a.every((entry, index) => sameValue(entry, b[index]));
  }
  const fields = Object.keys(a);
  if (fields.length !== Object.keys(b).length) return false;
  // Plain objects of JSON, whose fields are looked up by name.
  const [left, right] = [a as Readonly<Record<string, unknown>>, b as Readonly<Record<string, unknown>>];
  return fields.every(
    (field) => sameValue(left[field], right[field]) && (left[field] !== undefined || Object.hasOwn(right, field)),
  );
}

/** Whether two lists hold the same objects in the same order. */
export function sameEntries(a: readonly unknown[], b: readonly unknown[]): boolean {
  if (a.length !== b.length) return false;
  for (let place = 0; place < a.length; place += 1) if (a[place] !== b[place]) return false;
  return true;
}
