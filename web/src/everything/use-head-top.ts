import { useLayoutEffect, type RefObject } from 'react';

/** Keeps `--head-top` of an element at the height of the page's header, beneath which a table's head stays in sight. */
export function useHeadTop(element: RefObject<HTMLElement | null>): void {
  useLayoutEffect(() => {
    const header = element.current?.closest('main')?.querySelector(':scope > header');
    if (header === null || header === undefined) return undefined;
    const observer = new ResizeObserver(() => {
      element.current?.style.setProperty('--head-top', `${header.getBoundingClientRect().height}px`);
    });
    observer.observe(header);
    return () => observer.disconnect();
  }, [element]);
}
