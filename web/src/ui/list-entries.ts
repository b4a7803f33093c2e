// A list as it is laid out: its rows, and a heading wherever the section changes.
export type ListEntry<T> =
  | { readonly kind: 'heading'; readonly id: string; readonly name: string; readonly count: number }
  | { readonly kind: 'row'; readonly id: string; readonly item: T; readonly index: number };

/** The entries in their order, each made when it is asked for: of ten thousand rows some twenty are seen. */
export interface ListEntries<T> {
  readonly count: number;
  /** Undefined where there is none. */
  readonly at: (place: number) => ListEntry<T> | undefined;
  readonly isHeading: (place: number) => boolean;
  /** The place of a row among the entries, by its place among the rows. */
  readonly placeOf: (index: number) => number;
}

interface Heading {
  readonly name: string;
  /** The place of its first row among the rows. */
  readonly first: number;
}

/** Entries in the order of the items; items of one section are expected to lie together. */
export function listEntries<T>(
  items: readonly T[],
  idOf: (item: T) => string,
  sectionOf: ((item: T) => string) | undefined,
): ListEntries<T> {
  const headings = sectionOf === undefined ? [] : headingsOf(items, sectionOf);
  /** The place of the heading of this number; of one more than there are: the end. */
  const placeOfHeading = (number: number) => (headings[number]?.first ?? items.length) + number;
  /** How many headings stand before this place. */
  const headingsBefore = (place: number) => {
    let low = 0;
    let high = headings.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (placeOfHeading(middle) < place) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  return {
    count: items.length + headings.length,
    at: (place) => {
      const number = headingsBefore(place);
      const heading = headings[number];
      if (heading !== undefined && placeOfHeading(number) === place) {
        const { name, first } = heading;
        return {
          kind: 'heading',
          id: `heading ${first} ${name}`,
          name,
          count: (headings[number + 1]?.first ?? items.length) - first,
        };
      }
      const index = place - number;
      const item = items[index];
      return item === undefined ? undefined : { kind: 'row', id: idOf(item), item, index };
    },
    isHeading: (place) => place === placeOfHeading(headingsBefore(place)),
    placeOf: (index) => index + headings.filter(({ first }) => first <= index).length,
  };
}

function headingsOf<T>(items: readonly T[], sectionOf: (item: T) => string): readonly Heading[] {
  const headings: Heading[] = [];
  for (const [index, item] of items.entries()) {
    const name = sectionOf(item);
    if (name !== headings.at(-1)?.name) headings.push({ name, first: index });
  }
  return headings;
}
