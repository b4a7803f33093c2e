// What stands behind the `?` of an address: names and texts only, so that `?q=12` stays the text it was typed as.

/** Filters, sorting and the open item of a place, by name. */
export type PlaceSearch = Readonly<Record<string, string | undefined>>;

/** Reads `?q=meter&open=STORY-3`, with or without the question mark. */
export function readSearch(text: string): PlaceSearch {
  return Object.fromEntries(new URLSearchParams(text));
}

/** Writes a search with its question mark; empty and absent values leave no trace. */
export function writeSearch(search: Readonly<Record<string, unknown>>): string {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(search)) if (typeof value === 'string' && value !== '') params.set(name, value);
  const text = params.toString();
  return text === '' ? '' : `?${text}`;
}

/** Keeps what is a text; anything else was put there by no place of ours. */
export function textsOf(search: Readonly<Record<string, unknown>>): PlaceSearch {
  return Object.fromEntries(Object.entries(search).filter((entry): entry is [string, string] => typeof entry[1] === 'string'));
}
