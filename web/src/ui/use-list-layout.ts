import { useVirtualizer, type Virtualizer } from '@tanstack/react-virtual';
import { useLayoutEffect, useState, type RefObject } from 'react';

/** Up to this many rows are all drawn, so that the browser's own search finds them; beyond it only what is near the window. */
const drawnWhole = 150;

/**
 * Lays out rows of one height in the nearest scrolling ancestor (`data-scroll`). The height is the list's own
 * `--list-row`, so that style sheets decide it; it is read again when the scroller changes its size.
 */
export function useListLayout(
  list: RefObject<HTMLDivElement | null>,
  count: number,
  keyAt: (index: number) => string,
): Virtualizer<HTMLElement, HTMLElement> {
  const [{ rowHeight, offset }, setMeasures] = useState({ rowHeight: 36, offset: 0 });

  useLayoutEffect(() => {
    const element = list.current;
    const scroller = scrollerOf(element);
    if (element === null || scroller === null) return undefined;
    const measure = () => {
      const next = {
        rowHeight: Number.parseFloat(getComputedStyle(element).getPropertyValue('--list-row')) || 36,
        offset: Math.round(element.getBoundingClientRect().top - scroller.getBoundingClientRect().top + scroller.scrollTop),
      };
      setMeasures((now) => (now.rowHeight === next.rowHeight && now.offset === next.offset ? now : next));
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(scroller);
    // What lies above the list grows and shrinks with its own content.
    for (const sibling of scroller.children) observer.observe(sibling);
    return () => observer.disconnect();
  }, [list]);

  const virtualizer = useVirtualizer<HTMLElement, HTMLElement>({
    count,
    getScrollElement: () => scrollerOf(list.current),
    estimateSize: () => rowHeight,
    getItemKey: keyAt,
    overscan: 12,
    scrollMargin: offset,
    scrollPaddingStart: 72,
    scrollPaddingEnd: 24,
    ...(count <= drawnWhole && { rangeExtractor: () => Array.from({ length: count }, (_, index) => index) }),
  });
  useLayoutEffect(() => virtualizer.measure(), [virtualizer, rowHeight]);
  return virtualizer;
}

function scrollerOf(element: HTMLElement | null): HTMLElement | null {
  return element?.closest<HTMLElement>('[data-scroll]') ?? null;
}
