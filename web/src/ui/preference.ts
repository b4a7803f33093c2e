// Small choices of one browser (theme, keys, sidebar). Storage may be full or forbidden: then a choice lasts until the page is left.
const remembered = new Map<string, string>();

/** The kept value, or null when there is none. */
export function readPreference(name: string): string | null {
  const value = remembered.get(name);
  if (value !== undefined) return value;
  try {
    return localStorage.getItem(name);
  } catch {
    return null;
  }
}

/** Keeps a value for this browser, at least until the page is left. */
export function writePreference(name: string, value: string): void {
  remembered.set(name, value);
  try {
    localStorage.setItem(name, value);
  } catch {
    // The value above still serves this page.
  }
}
