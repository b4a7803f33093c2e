/**
 * Moves the focus into what has just opened: to the field marked `data-focus-first`, else to the first control of its
 * content, else to the container itself, which needs a `tabindex`.
 */
export function focusFirst(container: HTMLElement, content: HTMLElement | null): void {
  const wanted =
    container.querySelector<HTMLElement>('[data-focus-first]') ??
    content?.querySelector<HTMLElement>(
      'input:not(:disabled), textarea:not(:disabled), select:not(:disabled), button:not(:disabled), a[href]',
    );
  (wanted ?? container).focus();
}
