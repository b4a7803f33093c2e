import { useEffect, useState, type RefObject } from 'react';
import { textTyped } from '../ui/text-control.ts';
import { controlAt, sameTexts, typedTexts } from './checked-fields.ts';

/** Above so many characters the check waits for a pause: a long text takes more than a frame. */
const waitsFrom = 3000;
/** Milliseconds. */
const pause = 200;
/** Leaving and entering as well: a text that is edited comes and goes. */
const heard = ['input', textTyped, 'focusin', 'focusout'] as const;

/** What is typed in the checked controls of an element, at most once a frame. `touched` reads again whenever it changes. */
export function useTypedTexts(within: RefObject<HTMLElement | null>, touched: unknown): ReadonlyMap<string, string> {
  const [texts, setTexts] = useState<ReadonlyMap<string, string>>(new Map());
  useEffect(() => {
    const element = within.current;
    if (element === null) return undefined;
    let frame = 0;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const read = () => {
      frame = 0;
      const typed = typedTexts(element);
      setTexts((before) => (sameTexts(before, typed) ? before : typed));
    };
    const schedule = (event?: Event) => {
      clearTimeout(timer);
      const control = event?.target instanceof Element ? controlAt(event.target) : null;
      const isLong = control !== null && control.length() > waitsFrom;
      if (isLong) timer = setTimeout(read, pause);
      else if (frame === 0) frame = requestAnimationFrame(read);
    };
    schedule();
    for (const name of heard) element.addEventListener(name, schedule);
    return () => {
      cancelAnimationFrame(frame);
      clearTimeout(timer);
      for (const name of heard) element.removeEventListener(name, schedule);
    };
  }, [within, touched]);
  return texts;
}
