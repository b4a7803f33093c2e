// More about a link, beside it: by pointing at it, by pressing long, or by Space while it has the focus. It never takes the focus, can be
// pointed at itself, and is gone with Escape (WCAG 1.4.13).
import { useEffect, useId, useLayoutEffect, useRef, useState, type AnchorHTMLAttributes, type ReactNode } from 'react';
import styles from './HoverCard.module.css';
import { placeNear } from './place-near.ts';

/** Milliseconds a pointer rests before the card shows, a finger presses, and the card stays while the pointer is on its way to it. */
const restMs = 350;
const pressMs = 500;
const leaveMs = 160;

export interface CardLinkProps extends Omit<AnchorHTMLAttributes<HTMLAnchorElement>, 'title'> {
  /** What the card shows; drawn only while it is seen. */
  readonly card: () => ReactNode;
  readonly children: ReactNode;
}

/** A link with a card. */
export function CardLink({ card, children, href, ...rest }: CardLinkProps) {
  const [isShown, setShown] = useState(false);
  const link = useRef<HTMLAnchorElement>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  /** The finger that is still down has opened the card: lifting it follows no link. */
  const wasPressed = useRef(false);
  const id = useId();
  const later = (shown: boolean, ms: number) => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => setShown(shown), ms);
  };
  const hide = () => {
    clearTimeout(timer.current);
    setShown(false);
  };
  useEffect(() => () => clearTimeout(timer.current), []);
  useEffect(() => {
    if (!isShown) return undefined;
    const press = (event: PointerEvent) => {
      if (event.target instanceof Node && link.current?.parentElement?.contains(event.target) !== true) setShown(false);
    };
    document.addEventListener('pointerdown', press);
    return () => document.removeEventListener('pointerdown', press);
  }, [isShown]);
  return (
    <span
      role="presentation"
      className={styles.anchor}
      onPointerEnter={(event) => {
        if (event.pointerType !== 'touch') later(true, restMs);
      }}
      onPointerLeave={(event) => {
        if (event.pointerType !== 'touch') later(false, leaveMs);
      }}
    >
      <a
        {...rest}
        ref={link}
        href={href}
        aria-describedby={isShown ? id : undefined}
        onPointerDown={(event) => {
          wasPressed.current = false;
          if (event.pointerType !== 'touch') return hide();
          clearTimeout(timer.current);
          timer.current = setTimeout(() => {
            wasPressed.current = true;
            setShown(true);
          }, pressMs);
        }}
        onPointerUp={() => clearTimeout(timer.current)}
        onPointerCancel={() => clearTimeout(timer.current)}
        onContextMenu={(event) => {
          // A long press asks for the browser's menu too.
          if (wasPressed.current) event.preventDefault();
        }}
        onClick={(event) => {
          if (wasPressed.current) event.preventDefault();
          wasPressed.current = false;
        }}
        onKeyDown={(event) => {
          const isOpening = event.key === ' ' && !isShown;
          if (!isOpening && !(isShown && (event.key === ' ' || event.key === 'Escape'))) return;
          // Not the page's or the panel's: the card is what is meant.
          event.preventDefault();
          event.stopPropagation();
          if (isOpening) setShown(true);
          else hide();
        }}
        onBlur={hide}
      >
        {children}
      </a>
      {isShown && (
        <Card id={id} anchor={link}>
          {card()}
        </Card>
      )}
    </span>
  );
}

interface CardProps {
  readonly id: string;
  readonly anchor: React.RefObject<HTMLAnchorElement | null>;
  readonly children: ReactNode;
}

function Card({ id, anchor, children }: CardProps) {
  const card = useRef<HTMLSpanElement>(null);
  useLayoutEffect(() => {
    const near = anchor.current?.getClientRects()[0];
    if (card.current === null || near === undefined) return;
    card.current.showPopover();
    placeNear(card.current, near, 'bottom', 'start');
  }, [anchor]);
  return (
    <span ref={card} id={id} role="tooltip" popover="manual" className={styles.card}>
      {children}
    </span>
  );
}
