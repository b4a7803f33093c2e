// A short word on a control that has its own name already: seen on hover and focus, never read twice, gone with Escape (WCAG 1.4.13).
import { useEffect, useLayoutEffect, useRef, useState, type ReactNode } from 'react';
import { Kbd } from './Kbd.tsx';
import { placeNear, type Side } from './place-near.ts';
import styles from './Tooltip.module.css';

export interface TooltipProps {
  readonly text: string;
  readonly keys?: string | undefined;
  readonly side?: Side;
  /** The control. It must carry its own accessible name: the tooltip is hidden from screen readers. */
  readonly children: ReactNode;
}

/** Milliseconds a pointer rests before the tooltip shows; focus by keyboard shows it at once. */
const restBeforeShowing = 450;

export function Tooltip({ text, keys, side = 'bottom', children }: TooltipProps) {
  const [shown, setShown] = useState(false);
  const anchor = useRef<HTMLSpanElement>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  const hide = () => {
    clearTimeout(timer.current);
    setShown(false);
  };
  useEffect(() => () => clearTimeout(timer.current), []);

  return (
    <span
      ref={anchor}
      role="presentation"
      className={styles.anchor}
      onPointerEnter={(event) => {
        if (event.pointerType !== 'touch') timer.current = setTimeout(() => setShown(true), restBeforeShowing);
      }}
      onPointerLeave={hide}
      onPointerDown={hide}
      onFocus={(event) => {
        if (event.target.matches(':focus-visible')) setShown(true);
      }}
      onBlur={hide}
      onKeyDown={(event) => {
        if (event.key === 'Escape') hide();
      }}
    >
      {children}
      {shown && <Bubble text={text} keys={keys} side={side} anchor={anchor} />}
    </span>
  );
}

interface BubbleProps extends Omit<TooltipProps, 'children'> {
  readonly anchor: React.RefObject<HTMLSpanElement | null>;
}

function Bubble({ text, keys, side = 'bottom', anchor }: BubbleProps) {
  const bubble = useRef<HTMLSpanElement>(null);
  useLayoutEffect(() => {
    const control = anchor.current?.firstElementChild;
    if (bubble.current === null || control === null || control === undefined) return;
    bubble.current.showPopover();
    placeNear(bubble.current, control.getBoundingClientRect(), side);
  }, [anchor, side]);
  return (
    <span ref={bubble} popover="manual" aria-hidden="true" className={styles.bubble}>
      {text}
      {keys !== undefined && <Kbd keys={keys} />}
    </span>
  );
}
