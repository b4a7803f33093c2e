// Dragging criteria within their tree. What drags is loaded when a grip is first pointed at; keys and menu do the same.
import {
  branchOf,
  deepestLevel,
  heightOf,
  levelOf,
  partsOf,
  type CriterionPlace,
} from '@shortlist/domain/story/criterion-tree.ts';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { act } from '../app/notify.ts';
import type { Criterion } from './item.ts';

const loadDrag = () => import('@atlaskit/pragmatic-drag-and-drop/element/adapter');

/** Where it would land beside what it is held over: before it, after it, or as its last part. */
type Where = 'before' | 'after' | 'below';

export interface CriterionDrag {
  /** Makes a row one that can be dragged by its grip and dropped on; the answer ends that. */
  readonly attach: (row: HTMLElement, id: Criterion['id']) => () => void;
  readonly prepare: () => void;
  readonly over: { readonly id: string; readonly where: Where } | null;
  /** The key that was last pressed anywhere; null after the pointer was used. */
  readonly lastKey: () => string | null;
}

export function useCriterionDrag(criteria: readonly Criterion[], mayEdit: boolean): CriterionDrag {
  const [drag, setDrag] = useState<Awaited<ReturnType<typeof loadDrag>> | null>(null);
  const [over, setOver] = useState<CriterionDrag['over']>(null);
  const latest = useRef(criteria);
  useEffect(() => {
    latest.current = criteria;
  }, [criteria]);
  const prepare = useCallback(() => void loadDrag().then(setDrag, () => undefined), []);
  const attach = useCallback(
    (row: HTMLElement, id: Criterion['id']) => {
      const grip = row.querySelector('[data-grip]');
      if (drag === null || grip === null || !mayEdit) return () => undefined;
      const aimAt = (draggedId: unknown, clientY: number) => aim(latest.current, draggedId, id, row, clientY);
      const stopDragging = drag.draggable({ element: row, dragHandle: grip, getInitialData: () => ({ criterionId: id }) });
      const stopDropping = drag.dropTargetForElements({
        element: row,
        canDrop: ({ source }) => latest.current.some((criterion) => criterion.id === source.data['criterionId']),
        onDrag: ({ source, location }) => {
          const aimed = aimAt(source.data['criterionId'], location.current.input.clientY);
          setOver((before) => {
            if (aimed === null) return null;
            return before?.id === id && before.where === aimed.where ? before : { id, where: aimed.where };
          });
        },
        onDragLeave: () => setOver(null),
        onDrop: ({ source, location }) => {
          setOver(null);
          const aimed = aimAt(source.data['criterionId'], location.current.input.clientY);
          if (aimed !== null) void act('criterion.move', { criterionId: aimed.criterion.id, ...aimed.place });
        },
      });
      return () => {
        stopDragging();
        stopDropping();
      };
    },
    [drag, mayEdit],
  );
  const key = useRef<string | null>(null);
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      key.current = event.key;
    };
    const pointed = () => {
      key.current = null;
    };
    window.addEventListener('keydown', pressed, true);
    window.addEventListener('pointerdown', pointed, true);
    return () => {
      window.removeEventListener('keydown', pressed, true);
      window.removeEventListener('pointerdown', pointed, true);
    };
  }, []);
  const lastKey = useCallback(() => key.current, []);
  return useMemo(() => ({ attach, prepare, over, lastKey }), [attach, prepare, over, lastKey]);
}

/** The upper quarter of a row is before it, the lower after it, and between them is below it, where its level allows. */
function aim(criteria: readonly Criterion[], draggedId: unknown, overId: string, row: HTMLElement, clientY: number) {
  const criterion = criteria.find(({ id }) => id === draggedId);
  const target = criteria.find(({ id }) => id === overId);
  if (criterion === undefined || target === undefined || branchOf(criteria, criterion).includes(target)) return null;
  const { top, height } = row.getBoundingClientRect();
  const share = (clientY - top) / Math.max(1, height);
  const wanted: Where = share < 0.25 ? 'before' : share > 0.75 ? 'after' : 'below';
  const fits = levelOf(criteria, target.id) + heightOf(criteria, criterion) <= deepestLevel;
  const where = wanted === 'below' && !fits ? (share < 0.5 ? 'before' : 'after') : wanted;
  if (levelOf(criteria, target.parentId) + heightOf(criteria, criterion) > deepestLevel && where !== 'below') return null;
  return { criterion, where, place: placeAt(criteria, criterion, target, where) };
}

function placeAt(criteria: readonly Criterion[], dragged: Criterion, target: Criterion, where: Where): CriterionPlace {
  const others = criteria.filter(({ id }) => id !== dragged.id);
  if (where === 'below') return { parentId: target.id, afterId: partsOf(others, target.id).at(-1)?.id ?? null };
  const beside = partsOf(others, target.parentId);
  const at = beside.findIndex(({ id }) => id === target.id);
  return { parentId: target.parentId, afterId: where === 'after' ? target.id : (beside[at - 1]?.id ?? null) };
}
