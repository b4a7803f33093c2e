// A list as it is laid out: its rows, and a heading wherever the section changes.
export type ListEntry<T> =
  | { readonly kind: 'heading'; readonly id: string; readonly name: string; readonly count: number }
  | { readonly kind: 'row'; readonly id: string; readonly item: T; readonly index: number };

/** Entries in the order of the items; items of one section are expected to lie together. */
export function listEntries<T>(
  items: readonly T[],
  idOf: (item: T) => string,
  sectionOf: ((item: T) => string) | undefined,
): readonly ListEntry<T>[] {
  if (sectionOf === undefined) return items.map((item, index) => ({ kind: 'row', id: idOf(item), item, index }));
  const counts = new Map<string, number>();
  for (const item of items) counts.set(sectionOf(item), (counts.get(sectionOf(item)) ?? 0) + 1);
  const entries: ListEntry<T>[] = [];
  let section: string | null = null;
  for (const [index, item] of items.entries()) {
    const name = sectionOf(item);
    if (name !== section) {
      section = name;
      entries.push({ kind: 'heading', id: `heading ${index} ${name}`, name, count: counts.get(name) ?? 0 });
    }
    entries.push({ kind: 'row', id: idOf(item), item, index });
  }
  return entries;
}
