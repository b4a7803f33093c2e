// What a list looked like when it was left: its current row, what was selected, and how far it was scrolled. It is there again
// when one comes back, for as long as the page lives.
import { useLayoutEffect, useRef, useState } from 'react';

interface Kept {
  readonly cursor: string | null;
  readonly selected: ReadonlySet<string>;
  readonly scroll: number;
}

export interface PlaceMemory {
  readonly cursor: string | null;
  readonly onCursor: (id: string) => void;
  readonly selected: ReadonlySet<string>;
  readonly onSelect: (ids: ReadonlySet<string>) => void;
}

const places = new Map<string, Kept>();
const nothingKept: Kept = { cursor: null, selected: new Set(), scroll: 0 };

/** `place`: a name of its own for each list; a component shows one for as long as it lives. */
export function usePlaceMemory(place: string): PlaceMemory {
  const [cursor, setCursor] = useState(() => keptOf(place).cursor);
  const [selected, setSelected] = useState(() => keptOf(place).selected);
  const isBack = useRef(false);
  useLayoutEffect(() => {
    const scroller = document.querySelector<HTMLElement>('[data-scroll]');
    if (scroller === null) return undefined;
    const { scroll } = keptOf(place);
    // A list has its height only after its own first layout.
    if (!isBack.current && scroll > 0) requestAnimationFrame(() => scroller.scrollTo({ top: scroll }));
    isBack.current = true;
    const scrolled = () => keep(place, { scroll: scroller.scrollTop });
    scroller.addEventListener('scroll', scrolled, { passive: true });
    return () => scroller.removeEventListener('scroll', scrolled);
  }, [place]);
  return {
    cursor,
    onCursor: (id) => {
      keep(place, { cursor: id });
      setCursor(id);
    },
    selected,
    onSelect: (ids) => {
      keep(place, { selected: ids });
      setSelected(ids);
    },
  };
}

function keptOf(place: string): Kept {
  return places.get(place) ?? nothingKept;
}

function keep(place: string, more: Partial<Kept>): void {
  places.set(place, { ...keptOf(place), ...more });
}
