// Dragging cards over a board. What drags is loaded with the board; keys and the card's menu do the same.
import { draggable, dropTargetForElements } from '@atlaskit/pragmatic-drag-and-drop/element/adapter';
import { useEffect, useRef, useState, type RefObject } from 'react';

/** Where a card would land: a column, and a card of it that it goes before or after; null: the column as a whole. */
export interface Landing {
  readonly stepId: string;
  readonly beside: { readonly id: string; readonly where: 'before' | 'after' } | null;
}

/** Makes an element's cards (`data-card`) draggable onto its columns (`data-step`); the answer is where the held one would land. */
export function useBoardDrag(
  board: RefObject<HTMLElement | null>,
  /** What stands where: changes whenever cards or columns do. */
  shown: unknown,
  onDrop: (id: string, landing: Landing) => void,
): Landing | null {
  const [landing, setLanding] = useState<Landing | null>(null);
  const latest = useRef(onDrop);
  useEffect(() => {
    latest.current = onDrop;
  }, [onDrop]);
  useEffect(() => {
    const element = board.current;
    if (element === null) return undefined;
    const stops = [...element.querySelectorAll<HTMLElement>('[data-card]')].map((card) =>
      draggable({ element: card, getInitialData: () => ({ card: card.dataset['card'] }) }),
    );
    for (const column of element.querySelectorAll<HTMLElement>('[data-step]')) {
      const aimed = (clientY: number, id: unknown): Landing => aim(column, clientY, id);
      const stop = dropTargetForElements({
        element: column,
        canDrop: ({ source }) => typeof source.data['card'] === 'string',
        onDrag: ({ source, location }) => {
          const next = aimed(location.current.input.clientY, source.data['card']);
          setLanding((before) => (sameLanding(before, next) ? before : next));
        },
        onDragLeave: () => setLanding(null),
        onDrop: ({ source, location }) => {
          setLanding(null);
          const id = source.data['card'];
          if (typeof id === 'string') latest.current(id, aimed(location.current.input.clientY, id));
        },
      });
      stops.push(stop);
    }
    return () => {
      for (const stop of stops) stop();
    };
  }, [board, shown]);
  return landing;
}

/** Before the first card whose middle lies below the pointer, else after the last. */
function aim(column: HTMLElement, clientY: number, heldId: unknown): Landing {
  const stepId = column.dataset['step'] ?? '';
  const cards = [...column.querySelectorAll<HTMLElement>('[data-card]')].filter((card) => card.dataset['card'] !== heldId);
  const below = cards.find((card) => {
    const { top, height } = card.getBoundingClientRect();
    return clientY < top + height / 2;
  });
  const id = (below ?? cards.at(-1))?.dataset['card'];
  return { stepId, beside: id === undefined ? null : { id, where: below === undefined ? 'after' : 'before' } };
}

function sameLanding(a: Landing | null, b: Landing): boolean {
  return a?.stepId === b.stepId && a.beside?.id === b.beside?.id && a.beside?.where === b.beside?.where;
}
