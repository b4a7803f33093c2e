import { useEffect, type RefObject } from 'react';
import { sayWhere } from '../sync/use-presence.ts';
import { isTextField } from '../ui/key-presses.ts';

/**
 * Says to others that this idea or item is looked at here, and in which of its fields the caret is, by the `data-field` of
 * what is around it.
 */
export function useRoom(subjectId: string, within: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const element = within.current;
    if (element === null) return undefined;
    const note = (target: EventTarget | null) => {
      const isInside = target instanceof Element && element.contains(target) && isTextField(target);
      const field = isInside ? (target.closest('[data-field]')?.getAttribute('data-field') ?? null) : null;
      sayWhere({ subjectId, field });
    };
    const enter = (event: FocusEvent) => note(event.target);
    const leave = (event: FocusEvent) => note(event.relatedTarget);
    note(document.activeElement);
    element.addEventListener('focusin', enter);
    element.addEventListener('focusout', leave);
    return () => {
      element.removeEventListener('focusin', enter);
      element.removeEventListener('focusout', leave);
      sayWhere(null);
    };
  }, [subjectId, within]);
}
