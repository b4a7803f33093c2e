/** Whether nothing in particular has the focus: the document has it, or the page, to which it goes when a place is shown. */
export function isPageItself(element: Element | null): boolean {
  return element === null || element === document.body || element.matches('[data-scroll]');
}
