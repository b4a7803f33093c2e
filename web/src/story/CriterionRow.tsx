import { ArrowDown, ArrowUp, X } from 'lucide-react';
import type { KeyboardEvent } from 'react';
import { EditableLine } from '../app/EditableLine.tsx';
import { act } from '../app/notify.ts';
import { IconButton } from '../ui/Button.tsx';
import styles from './CriterionRow.module.css';
import type { Criterion } from './item.ts';

export interface CriterionRowProps {
  readonly criterion: Criterion;
  readonly isFirst: boolean;
  readonly isLast: boolean;
  readonly mayEdit: boolean;
  readonly onMove: (by: -1 | 1) => void;
}

/** One criterion: its number, its words, and the ways to move or remove it. Emptying the words removes it. */
export function CriterionRow({ criterion, isFirst, isLast, mayEdit, onMove }: CriterionRowProps) {
  const number = `AC-${criterion.number}`;
  const remove = () => void act('criterion.remove', { criterionId: criterion.id }, { done: `${number} is removed.` });
  const press = (event: KeyboardEvent) => {
    if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
    event.preventDefault();
    event.stopPropagation();
    onMove(event.key === 'ArrowUp' ? -1 : 1);
  };
  if (!mayEdit) {
    return (
      <li className={styles.row}>
        <span className={styles.number}>{number}</span>
        <p className={styles.words}>{criterion.text}</p>
      </li>
    );
  }
  return (
    // The keys belong to whatever of the row has the focus.
    <li className={styles.row} onKeyDown={press}>
      <span className={styles.number}>{number}</span>
      <div className={styles.line}>
        <EditableLine
          label={number}
          hideLabel
          value={criterion.text}
          maxLength={1000}
          onSave={(text) => (text === '' ? remove() : void act('criterion.edit', { criterionId: criterion.id, text }))}
        />
      </div>
      <span className={styles.acts}>
        <IconButton
          label={`Move ${number} up`}
          keys="Alt+ArrowUp"
          size="small"
          icon={<ArrowUp size={14} />}
          disabled={isFirst}
          onClick={() => onMove(-1)}
        />
        <IconButton
          label={`Move ${number} down`}
          keys="Alt+ArrowDown"
          size="small"
          icon={<ArrowDown size={14} />}
          disabled={isLast}
          onClick={() => onMove(1)}
        />
        <IconButton label={`Remove ${number}`} size="small" icon={<X size={14} />} onClick={remove} />
      </span>
    </li>
  );
}
