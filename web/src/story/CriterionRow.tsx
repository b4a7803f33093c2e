// One criterion: its number, its words, its verdict, and the ways to move it, by key, by menu and by dragging.
import { verdictIn } from '@shortlist/domain/story/criterion-tree.ts';
import { GripVertical } from 'lucide-react';
import { useEffect, useRef, type FocusEvent, type KeyboardEvent, type ReactNode } from 'react';
import { EditableLine } from '../app/EditableLine.tsx';
import { act } from '../app/notify.ts';
import { classNames } from '../ui/class-names.ts';
import { isTextField } from '../ui/key-presses.ts';
import { Menu } from '../ui/Menu.tsx';
import { criterionActs } from './criterion-acts.ts';
import styles from './CriterionRow.module.css';
import { CriterionVerdict, VerdictMark } from './CriterionVerdict.tsx';
import { ExampleLines } from './ExampleLines.tsx';
import type { Criterion, Story } from './item.ts';
import type { CriterionDrag } from './use-criterion-drag.ts';

export interface CriterionRowProps {
  readonly story: Story;
  readonly criterion: Criterion;
  /** All of the story's. */
  readonly criteria: readonly Criterion[];
  readonly level: number;
  readonly hasParts: boolean;
  readonly environment: string;
  /** The address names it. */
  readonly isAimed: boolean;
  readonly mayEdit: boolean;
  readonly drag: CriterionDrag;
  readonly onAddPart: () => void;
  /** What stands below its words, as a part that is being added. */
  readonly children?: ReactNode;
}

const levels: readonly (string | undefined)[] = [undefined, undefined, styles.second, styles.third];

export function CriterionRow(props: CriterionRowProps) {
  const { story, criterion, criteria, level, hasParts, environment, isAimed, mayEdit, drag, onAddPart, children } = props;
  const number = `AC-${criterion.number}`;
  const row = useRef<HTMLLIElement>(null);
  const { attach } = drag;
  useEffect(() => (row.current === null ? undefined : attach(row.current, criterion.id)), [attach, criterion.id]);
  const acts = criterionActs({ story, criterion, criteria, level, environment, onAddPart });
  // Whoever walks through the fields with Tab walks on; whoever came to the line otherwise nests with it.
  const cameByTab = useRef(false);
  const noteArrival = (event: FocusEvent) => {
    if (!row.current?.contains(event.relatedTarget) && isTextField(event.target)) cameByTab.current = drag.lastKey() === 'Tab';
  };
  const press = (event: KeyboardEvent) => {
    const inField = isTextField(event.target);
    const field = event.target instanceof HTMLTextAreaElement ? event.target : null;
    const atStart = field !== null && field.selectionEnd === 0 && !cameByTab.current;
    const run = acts.forKey(event, inField, atStart);
    if (run === null) return;
    event.preventDefault();
    event.stopPropagation();
    run();
  };
  const look = classNames(styles.row, levels[level], isAimed && styles.aimed);
  if (!mayEdit) {
    return (
      <li ref={row} id={number} className={look} aria-level={level}>
        <span className={styles.number}>{number}</span>
        <div className={styles.line}>
          <p className={styles.words}>{criterion.text}</p>
          {criterion.example !== null && <ExampleLines criterion={criterion} example={criterion.example} mayEdit={false} />}
        </div>
        <VerdictMark verdict={verdictIn(criteria, criterion, environment)} />
      </li>
    );
  }
  return (
    // The keys belong to whatever of the row has the focus.
    <li
      ref={row}
      id={number}
      className={look}
      aria-level={level}
      data-drop={drag.over?.id === criterion.id ? drag.over.where : undefined}
      onKeyDown={press}
      onFocus={noteArrival}
    >
      <span className={styles.grip} data-grip="" aria-hidden="true" onPointerEnter={drag.prepare}>
        <GripVertical size={14} />
      </span>
      <span className={styles.number}>
        <Menu label={number} variant="plain" size="small" entries={acts.entries} />
      </span>
      <div className={styles.line}>
        <EditableLine
          label={number}
          hideLabel
          value={criterion.text}
          maxLength={1000}
          onSave={(text) => (text === '' ? acts.remove() : act('criterion.edit', { criterionId: criterion.id, text }))}
        />
        {criterion.example !== null && <ExampleLines criterion={criterion} example={criterion.example} mayEdit />}
        {children}
      </div>
      <CriterionVerdict
        criterion={criterion}
        criteria={criteria}
        hasParts={hasParts}
        environment={environment}
        onSay={acts.verify}
      />
    </li>
  );
}
