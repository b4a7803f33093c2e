/** Whether a list has the focus. */
export function isInList(): boolean {
  return document.activeElement?.closest('[role="grid"], [data-list]') != null;
}
