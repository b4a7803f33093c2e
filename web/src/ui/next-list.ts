import { isPageItself } from './is-page-itself.ts';

/**
 * Goes on from one list to the one before or after it on the page, where walking came to an end. Answers false where there is none, or
 * where something else has the focus: what is open beside a list keeps it.
 */
export function walkOn(list: HTMLElement | null, by: 1 | -1): boolean {
  const page = list?.closest('[data-scroll]');
  if (list === null || page == null) return false;
  const active = document.activeElement;
  if (!list.contains(active) && !isPageItself(active)) return false;
  const lists = [...page.querySelectorAll('[role="grid"]')];
  const next = lists[lists.findIndex((one) => one.contains(list)) + by];
  const rows = [...(next?.querySelectorAll<HTMLElement>('[role="row"][tabindex]') ?? [])];
  const row = by === 1 ? rows[0] : rows.at(-1);
  row?.focus();
  return row !== undefined;
}
