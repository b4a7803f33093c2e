// The criteria of a story that is split: ticked, or dragged into the new story, they go along with what is below them.
import { branchOf, criteriaInOrder } from '@shortlist/domain/story/criterion-tree.ts';
import { GripVertical } from 'lucide-react';
import { useEffect, useMemo, useRef, useState } from 'react';
import { CheckboxField } from '../ui/CheckboxField.tsx';
import { classNames } from '../ui/class-names.ts';
import type { Criterion } from './item.ts';
import styles from './SplitDialog.module.css';

export interface SplitCriteriaProps {
  readonly criteria: readonly Criterion[];
  /** Ids of those that go along; what is below one of them goes too. */
  readonly going: ReadonlySet<string>;
  readonly onGoing: (going: ReadonlySet<string>) => void;
}

const levels: readonly (string | undefined)[] = [undefined, undefined, styles.second, styles.third];
const loadDrag = () => import('@atlaskit/pragmatic-drag-and-drop/element/adapter');

export function SplitCriteria({ criteria, going, onGoing }: SplitCriteriaProps) {
  const placed = useMemo(() => criteriaInOrder(criteria), [criteria]);
  const along = useMemo(
    () => new Set(criteria.filter(({ id }) => going.has(id)).flatMap((root) => branchOf(criteria, root).map(({ id }) => id))),
    [criteria, going],
  );
  const set = (criterion: Criterion, goes: boolean) => {
    const branch = branchOf(criteria, criterion).map(({ id }) => id);
    onGoing(new Set(goes ? [...going, ...branch] : [...going].filter((id) => !branch.some((one) => one === id))));
  };
  const { list, target, isOver } = useSplitDrag((id, goes) => {
    const criterion = criteria.find((one) => one.id === id);
    if (criterion !== undefined) set(criterion, goes);
  });
  if (criteria.length === 0) return <p className={styles.quiet}>It has no criteria yet, so the words go along alone.</p>;
  const names = placed.flatMap(({ criterion }) => (along.has(criterion.id) ? [`AC-${criterion.number}`] : []));
  return (
    <fieldset className={styles.criteria}>
      <legend className={styles.legend}>Criteria that go along</legend>
      <ul ref={list} className={styles.list}>
        {placed.map(({ criterion, level }) => (
          <li
            key={criterion.id}
            data-criterion={criterion.id}
            className={classNames(styles.row, levels[level], along.has(criterion.id) && styles.goes)}
          >
            <span className={styles.grip} data-grip="" aria-hidden="true">
              <GripVertical size={14} />
            </span>
            <CheckboxField
              label={
                <>
                  <span className={styles.number}>AC-{criterion.number}</span> {criterion.text}
                </>
              }
              checked={along.has(criterion.id)}
              disabled={criterion.parentId !== null && along.has(criterion.parentId)}
              onChange={(goes) => set(criterion, goes)}
            />
          </li>
        ))}
      </ul>
      <p ref={target} role="status" className={classNames(styles.target, isOver && styles.over)}>
        {names.length === 0
          ? 'Tick criteria, or drag them here.'
          : `${names.join(', ')} ${names.length === 1 ? 'goes' : 'go'} along.`}
      </p>
    </fieldset>
  );
}

/** Rows are dragged by their grip onto the target to go along, and back onto the list to stay. */
function useSplitDrag(onDrop: (id: string, goes: boolean) => void) {
  const list = useRef<HTMLUListElement>(null);
  const target = useRef<HTMLParagraphElement>(null);
  const [isOver, setOver] = useState(false);
  const latest = useRef(onDrop);
  useEffect(() => {
    latest.current = onDrop;
  });
  useEffect(() => {
    let stops: readonly (() => void)[] = [];
    let isGone = false;
    void loadDrag().then(({ draggable, dropTargetForElements }) => {
      if (isGone || list.current === null || target.current === null) return;
      const drop = (element: HTMLElement, goes: boolean) =>
        dropTargetForElements({
          element,
          canDrop: ({ source }) => 'splitId' in source.data,
          onDragEnter: () => setOver(goes),
          onDragLeave: () => setOver(false),
          onDrop: ({ source }) => {
            setOver(false);
            latest.current(String(source.data['splitId']), goes);
          },
        });
      const rows = [...list.current.querySelectorAll<HTMLElement>('[data-criterion]')];
      const drags = rows.map((element) => {
        const dragHandle = element.querySelector('[data-grip]') ?? element;
        return draggable({ element, dragHandle, getInitialData: () => ({ splitId: element.dataset['criterion'] }) });
      });
      stops = [...drags, drop(target.current, true), drop(list.current, false)];
    });
    return () => {
      isGone = true;
      for (const stop of stops) stop();
    };
  }, []);
  return { list, target, isOver };
}
