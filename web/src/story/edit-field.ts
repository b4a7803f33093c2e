// Going into a field of an opened item by its name. Reads and moves the focus, keeps nothing.

const adding = '[data-adds]';
/** What takes text stands before what opens it for writing, and that before all other buttons. */
const entrances = ['textarea, [contenteditable="true"], input:not([type="radio"], [type="file"])', '[data-edits]', 'button'];

/**
 * Puts the caret into the field of that name inside `within`; a field that is only read is opened. `add` prefers the line in
 * which another one is added, where there is one.
 */
export function editField(within: HTMLElement | null, field: string, way: 'edit' | 'add' = 'edit'): void {
  const place = within?.querySelector(`[data-field="${field}"]`);
  if (place == null) return;
  place.scrollIntoView({ block: 'center' });
  for (const selector of way === 'add' ? [adding, ...entrances] : entrances) {
    const found = [...place.querySelectorAll<HTMLElement>(selector)].find((element) => element.checkVisibility());
    if (found === undefined) continue;
    found.focus();
    if (found.hasAttribute('data-edits')) found.click();
    return;
  }
}
