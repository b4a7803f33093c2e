/** What stands for ideas, items and flags in addresses. No schemas: the browser reads this file. */

const flagPrefix = 'flag/';

/** What stands for a flag where a handle does: `flag/new-checkout`. */
export function flagHandle(key: string): string {
  return `${flagPrefix}${key}`;
}

/** The key of a flag; null where the handle is that of something else. */
export function flagKeyOf(handle: string): string | null {
  return handle.startsWith(flagPrefix) ? handle.slice(flagPrefix.length) : null;
}

/** The path of the own page of an idea, an item or a flag. */
export function pagePath(handle: string): string {
  const key = flagKeyOf(handle);
  return key === null ? `/item/${handle}` : `/flags/flag/${encodeURIComponent(key)}`;
}
