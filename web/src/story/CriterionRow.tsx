// One criterion: its number, its words, its verdict, and the ways to move it, by key, by menu and by dragging.
import { verdictIn } from '@shortlist/domain/story/criterion-tree.ts';
import { GripVertical } from 'lucide-react';
import { useEffect, useRef, type FocusEvent, type KeyboardEvent, type ReactNode } from 'react';
import { EditableLine } from '../app/EditableLine.tsx';
import { act } from '../app/notify.ts';
import { FieldPresence } from '../presence/FieldPresence.tsx';
import { classNames } from '../ui/class-names.ts';
import { actsOf } from '../ui/command.ts';
import { isTextField } from '../ui/key-presses.ts';
import { menuEntriesOf } from '../ui/menu-entry.ts';
import { Menu } from '../ui/Menu.tsx';
import { criterionCommands, removeCriterion, sayVerdict, stepCriterion, type CriterionContext } from './criterion-commands.ts';
import styles from './CriterionRow.module.css';
import { CriterionVerdict, VerdictMark } from './CriterionVerdict.tsx';
import { ExampleLines } from './ExampleLines.tsx';
import type { CriterionDrag } from './use-criterion-drag.ts';

export interface CriterionRowProps {
  readonly context: CriterionContext;
  readonly level: number;
  readonly hasParts: boolean;
  /** The address names it. */
  readonly isAimed: boolean;
  readonly mayEdit: boolean;
  readonly drag: CriterionDrag;
  /** What stands below its words, as a part that is being added. */
  readonly children?: ReactNode;
}

const levels: readonly (string | undefined)[] = [undefined, undefined, styles.second, styles.third];

export function CriterionRow({ context, level, hasParts, isAimed, mayEdit, drag, children }: CriterionRowProps) {
  const { criterion, criteria, environment } = context;
  const number = `AC-${criterion.number}`;
  const row = useRef<HTMLLIElement>(null);
  const { attach } = drag;
  useEffect(() => (row.current === null ? undefined : attach(row.current, criterion.id)), [attach, criterion.id]);
  // Whoever walks through the fields with Tab walks on; whoever came to the line otherwise nests with it.
  const cameByTab = useRef(false);
  const noteArrival = (event: FocusEvent) => {
    if (isTextField(event.target)) cameByTab.current = drag.lastKey() === 'Tab';
  };
  const nestByTab = (event: KeyboardEvent) => {
    const { target } = event;
    if (event.key !== 'Tab' || !(target instanceof HTMLTextAreaElement) || target.selectionEnd > 0 || cameByTab.current) return;
    if (stepCriterion(context, event.shiftKey ? 'outdent' : 'nest')) event.preventDefault();
  };
  const look = classNames(styles.row, levels[level], isAimed && styles.aimed);
  if (!mayEdit) {
    return (
      <li ref={row} id={number} className={look} aria-level={level} aria-current={isAimed ? 'location' : undefined}>
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
    // The key belongs to the field of the row that has the focus.
    <li
      ref={row}
      id={number}
      className={look}
      aria-level={level}
      aria-current={isAimed ? 'location' : undefined}
      data-criterion={criterion.id}
      data-field={`criterion:${criterion.id}`}
      data-drop={drag.over?.id === criterion.id ? drag.over.where : undefined}
      onKeyDown={nestByTab}
      onFocus={noteArrival}
    >
      <span className={styles.grip} data-grip="" aria-hidden="true" onPointerEnter={drag.prepare}>
        <GripVertical size={14} />
      </span>
      <span className={styles.number}>
        <Menu label={number} variant="plain" size="small" entries={() => menuEntriesOf(actsOf(criterionCommands, context))} />
      </span>
      <div className={styles.line}>
        <EditableLine
          label={number}
          hideLabel
          checkedAs={`criterion:${criterion.id}`}
          value={criterion.text}
          maxLength={1000}
          onSave={(text) => (text === '' ? removeCriterion(context) : act('criterion.edit', { criterionId: criterion.id, text }))}
        />
        {criterion.example !== null && <ExampleLines criterion={criterion} example={criterion.example} mayEdit />}
        {children}
      </div>
      <CriterionVerdict
        criterion={criterion}
        criteria={criteria}
        hasParts={hasParts}
        environment={environment}
        onSay={(word) => sayVerdict(context, word)}
      />
      <FieldPresence field={`criterion:${criterion.id}`} />
    </li>
  );
}
