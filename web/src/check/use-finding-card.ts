// When the card of a finding is shown: its words are walked to, pointed at for a moment, or touched; and when it goes.
import { useEffect, useRef, useState, type RefObject } from 'react';
import { textTyped } from '../ui/text-control.ts';

/** Milliseconds a pointer rests before the card shows, and may be away before it goes. */
const restBefore = 350;
const restAfter = 300;

export interface FindingCardState {
  /** The key of the finding whose card is shown; null: none. */
  readonly shown: string | null;
  readonly show: (finding: string) => void;
  readonly close: () => void;
  readonly boxOf: (finding: string) => DOMRect | null;
}

/** `onPoint` hears which finding is pointed at or touched, before its card is shown. */
export function useFindingCard(within: RefObject<HTMLElement | null>, onPoint: (finding: string) => void): FindingCardState {
  const [shown, setShown] = useState<string | null>(null);
  const isShown = useRef(false);
  const pointed = useRef(onPoint);
  useEffect(() => {
    isShown.current = shown !== null;
    pointed.current = onPoint;
  });
  useEffect(() => {
    const element = within.current;
    if (element === null) return undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    /** What the running timer is for; undefined: none runs. */
    let waitsFor: string | null | undefined;
    const wait = (next: string | null) => {
      if (waitsFor === next) return;
      clearTimeout(timer);
      waitsFor = next;
      timer = setTimeout(
        () => {
          waitsFor = undefined;
          if (next !== null) pointed.current(next);
          setShown(next);
        },
        next === null ? restAfter : restBefore,
      );
    };
    const stay = () => {
      clearTimeout(timer);
      waitsFor = undefined;
    };
    /** One that was shown by a key goes by keys, until the pointer has been at it. */
    let isPointedAt = false;
    const point = (event: PointerEvent) => {
      if (event.pointerType !== 'mouse' || event.buttons !== 0) return;
      const isOnCard = event.target instanceof Element && event.target.closest('[data-finding-card]') !== null;
      const under = isOnCard ? null : findingAt(element, event.clientX, event.clientY);
      if (isOnCard || under !== null) isPointedAt = true;
      if (isOnCard) stay();
      else if (under !== null) wait(under);
      else if (isPointedAt) {
        isPointedAt = false;
        wait(null);
      }
    };
    const touch = (event: PointerEvent) => {
      if (event.pointerType === 'mouse') return;
      const under = findingAt(element, event.clientX, event.clientY);
      if (under === null) return;
      pointed.current(under);
      setShown(under);
    };
    const goAway = () => {
      stay();
      setShown(null);
    };
    const press = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || !isShown.current) return;
      // Esc means the card, not the field or the panel around it.
      event.preventDefault();
      event.stopPropagation();
      goAway();
    };
    const leave = (event: FocusEvent) => {
      const to = event.relatedTarget;
      if (to instanceof Element && to.closest('[data-finding-card]') === null && to !== event.target) goAway();
    };
    element.addEventListener('pointermove', point);
    element.addEventListener('click', touch);
    element.addEventListener('keydown', press, true);
    element.addEventListener('focusout', leave);
    for (const name of ['input', textTyped]) element.addEventListener(name, goAway);
    return () => {
      stay();
      element.removeEventListener('pointermove', point);
      element.removeEventListener('click', touch);
      element.removeEventListener('keydown', press, true);
      element.removeEventListener('focusout', leave);
      for (const name of ['input', textTyped]) element.removeEventListener(name, goAway);
    };
  }, [within]);
  return {
    shown,
    show: setShown,
    close: () => setShown(null),
    boxOf: (finding) => {
      const mark = within.current?.querySelector(`[data-finding="${CSS.escape(finding)}"]`);
      return mark?.getBoundingClientRect() ?? null;
    },
  };
}

/** The key of the finding whose words are at a point of the window; null where there are none. */
function findingAt(within: HTMLElement, x: number, y: number): string | null {
  for (const mark of within.querySelectorAll<HTMLElement>('[data-finding]')) {
    const { left, right, top, bottom } = mark.getBoundingClientRect();
    if (x >= left && x <= right && y >= top && y <= bottom) return mark.dataset['finding'] ?? null;
  }
  return null;
}
