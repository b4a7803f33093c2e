// The acceptance criteria of a story. Their numbers stay whatever is moved or removed.
import { useState, type KeyboardEvent } from 'react';
import { act } from '../app/notify.ts';
import { TextField } from '../ui/TextField.tsx';
import styles from './CriteriaList.module.css';
import { CriterionRow } from './CriterionRow.tsx';
import type { Criterion, Story } from './item.ts';

export interface CriteriaListProps {
  readonly story: Story;
  /** In order. */
  readonly criteria: readonly Criterion[];
  readonly mayEdit: boolean;
}

export function CriteriaList({ story, criteria, mayEdit }: CriteriaListProps) {
  const move = (criterion: Criterion, by: -1 | 1) => {
    const others = criteria.filter(({ id }) => id !== criterion.id);
    const to = criteria.indexOf(criterion) + by;
    if (to < 0 || to > others.length) return;
    void act('criterion.move', { criterionId: criterion.id, afterId: others[to - 1]?.id ?? null });
  };
  return (
    <section aria-label="Acceptance criteria">
      <h2 className={styles.heading}>
        Acceptance criteria {criteria.length > 0 && <span className={styles.count}>{criteria.length}</span>}
      </h2>
      {criteria.length > 0 && (
        <ol className={styles.list}>
          {criteria.map((criterion, index) => (
            <CriterionRow
              key={criterion.id}
              criterion={criterion}
              isFirst={index === 0}
              isLast={index === criteria.length - 1}
              mayEdit={mayEdit}
              onMove={(by) => move(criterion, by)}
            />
          ))}
        </ol>
      )}
      {criteria.length === 0 && !mayEdit && <p className={styles.quiet}>None yet.</p>}
      {mayEdit && <NewCriterion story={story} isFirst={criteria.length === 0} />}
    </section>
  );
}

function NewCriterion({ story, isFirst }: { readonly story: Story; readonly isFirst: boolean }) {
  const [text, setText] = useState('');
  const add = () => {
    const line = text.trim();
    if (line === '') return;
    setText('');
    void act('criterion.add', { itemId: story.id, text: line });
  };
  const press = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      add();
    }
    if (event.key === 'Escape' && text !== '') {
      // Esc means this line, not the panel it is in.
      event.preventDefault();
      event.stopPropagation();
      setText('');
    }
  };
  return (
    <div className={isFirst ? undefined : styles.adding}>
      <TextField
        label="Add a criterion"
        hideLabel
        placeholder={isFirst ? 'What can be seen when it works?' : 'Add another'}
        maxLength={1000}
        autoComplete="off"
        value={text}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={press}
        onBlur={add}
      />
    </div>
  );
}
