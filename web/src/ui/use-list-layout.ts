import { useVirtualizer, type Virtualizer } from '@tanstack/react-virtual';
import { useLayoutEffect, useState, type RefObject } from 'react';

/** Up to this many rows are all drawn, so that the browser's own search finds them; beyond it only what is near the window. */
const drawnWhole = 150;

/**
 * Lays out rows and headings, each of one height, in the nearest scrolling ancestor (`data-scroll`). The heights are the list's own
 * `--list-row` and `--list-heading`, so that style sheets decide them; they are read again when the scroller changes its size.
 */
export function useListLayout(
  list: RefObject<HTMLDivElement | null>,
  count: number,
  keyAt: (index: number) => string,
  isHeading: (index: number) => boolean,
): Virtualizer<HTMLElement, HTMLElement> {
  const [{ row, heading, offset }, setMeasures] = useState({ row: 36, heading: 36, offset: 0 });

  useLayoutEffect(() => {
    const element = list.current;
    const scroller = scrollerOf(element);
    if (element === null || scroller === null) return undefined;
    const measure = () => {
      const next = {
        row: pixelsOf(element, '--list-row'),
        heading: pixelsOf(element, '--list-heading'),
        offset: Math.round(element.getBoundingClientRect().top - scroller.getBoundingClientRect().top + scroller.scrollTop),
      };
      setMeasures((now) => (now.row === next.row && now.heading === next.heading && now.offset === next.offset ? now : next));
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
    estimateSize: (index) => (isHeading(index) ? heading : row),
    getItemKey: keyAt,
    overscan: 12,
    scrollMargin: offset,
    scrollPaddingStart: 72,
    scrollPaddingEnd: 24,
    ...(count <= drawnWhole && { rangeExtractor: () => Array.from({ length: count }, (_, index) => index) }),
  });
  useLayoutEffect(() => virtualizer.measure(), [virtualizer, row, heading]);
  return virtualizer;
}

function pixelsOf(element: HTMLElement, property: string): number {
  return Number.parseFloat(getComputedStyle(element).getPropertyValue(property)) || 36;
}

function scrollerOf(element: HTMLElement | null): HTMLElement | null {
  return element?.closest<HTMLElement>('[data-scroll]') ?? null;
}
