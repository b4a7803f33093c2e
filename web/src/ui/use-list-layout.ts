import { useLayoutEffect, useMemo, useRef, useState, type RefObject } from 'react';
import { flushSync } from 'react-dom';
import type { ListEntries } from './list-entries.ts';
import { drawnEntries, rowEdges, type Drawn } from './row-positions.ts';

/** Up to this many rows are all drawn, so that the browser's own search finds them; beyond it only what is near the window. */
const drawnWhole = 150;
/** Pixels kept free above a row that is scrolled to, for the page's header, and below it. */
const freeAbove = 72;
const freeBelow = 24;

export interface ListLayout {
  /** Pixels of the whole list. */
  readonly height: number;
  /** What is drawn, each with its place in pixels from the top of the list. */
  readonly drawn: readonly { readonly index: number; readonly start: number }[];
  /** Scrolls no further than it takes to see the entry. */
  readonly scrollTo: (index: number) => void;
}

/**
 * Lays out rows and headings, each of one height, in the nearest scrolling ancestor (`data-scroll`). The heights are the list's own
 * `--list-row` and `--list-heading`, so that style sheets decide them; they are read again when the scroller changes its size.
 */
export function useListLayout(
  list: RefObject<HTMLDivElement | null>,
  { count, isHeading }: Pick<ListEntries<unknown>, 'count' | 'isHeading'>,
): ListLayout {
  const [{ row, heading }, setHeights] = useState({ row: 36, heading: 36 });
  const [near, setNear] = useState<Drawn>(inFirstWindow);
  const edges = useMemo(() => rowEdges(count, isHeading, row, heading), [count, isHeading, row, heading]);
  const isWhole = count <= drawnWhole;
  /** Pixels of the scroller's content above the list, as of the last layout. */
  const offset = useRef(0);
  /** What of the scroller is seen, in pixels from its content's top, as of its last move. */
  const seen = useRef({ top: 0, bottom: 0 });
  const wanted = useRef(near);
  const draw = useRef(() => undefined as void);
  useLayoutEffect(() => {
    draw.current = () => {
      if (isWhole) return;
      const top = seen.current.top - offset.current;
      const bottom = seen.current.bottom - offset.current;
      // As far up as the browser will put it when the list has become shorter.
      const tooLow = Math.max(0, Math.min(seen.current.top, bottom - (edges.at(-1) ?? 0)));
      wanted.current = drawnEntries(edges, top - tooLow, bottom - tooLow, wanted.current);
      setNear(wanted.current);
    };
    // Asking the scroller here would lay out the page once more for each change of the rows; it tells when it moves.
    if (seen.current.bottom > 0) draw.current();
  }, [edges, isWhole]);
  useLayoutEffect(() => {
    const element = list.current;
    const scroller = scrollerOf(element);
    if (element === null || scroller === null) return undefined;
    const measure = () => {
      offset.current = Math.round(
        element.getBoundingClientRect().top - scroller.getBoundingClientRect().top + scroller.scrollTop,
      );
      const next = { row: pixelsOf(element, '--list-row'), heading: pixelsOf(element, '--list-heading') };
      setHeights((now) => (now.row === next.row && now.heading === next.heading ? now : next));
      look();
    };
    const look = () => {
      seen.current = { top: scroller.scrollTop, bottom: scroller.scrollTop + scroller.clientHeight };
      draw.current();
    };
    // Before the browser paints: a row that is not drawn yet would be seen as a gap.
    const follow = () => flushSync(look);
    scroller.addEventListener('scroll', follow, { passive: true });
    // It tells of each element once when it begins, after the layout and before the paint: asking before would lay everything out twice.
    const observer = new ResizeObserver(() => flushSync(measure));
    observer.observe(scroller);
    // What lies above the list grows and shrinks with its own content.
    for (const sibling of scroller.children) observer.observe(sibling);
    return () => {
      scroller.removeEventListener('scroll', follow);
      observer.disconnect();
    };
  }, [list]);

  const scrollTo = (index: number) => {
    const scroller = scrollerOf(list.current);
    if (scroller === null || index < 0) return;
    const top = offset.current + (edges[index] ?? 0);
    const bottom = offset.current + (edges[index + 1] ?? 0);
    if (top < scroller.scrollTop + freeAbove) scroller.scrollTop = top - freeAbove;
    else if (bottom > scroller.scrollTop + scroller.clientHeight - freeBelow) {
      scroller.scrollTop = bottom - scroller.clientHeight + freeBelow;
    }
  };

  const from = isWhole ? 0 : Math.min(near.from, count);
  const to = isWhole ? count : Math.min(near.to, count);
  const drawn = Array.from({ length: to - from }, (_, place) => ({ index: from + place, start: edges[from + place] ?? 0 }));
  return { height: edges[count] ?? 0, drawn, scrollTo };
}

/** What there may be room for in the window before anything is measured. */
function inFirstWindow(): Drawn {
  return { from: 0, to: Math.ceil(window.innerHeight / 36) };
}

function pixelsOf(element: HTMLElement, property: string): number {
  return Number.parseFloat(getComputedStyle(element).getPropertyValue(property)) || 36;
}

function scrollerOf(element: HTMLElement | null): HTMLElement | null {
  return element?.closest<HTMLElement>('[data-scroll]') ?? null;
}
