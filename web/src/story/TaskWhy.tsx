import { EditableLine } from '../app/EditableLine.tsx';
import { act } from '../app/notify.ts';
import { FieldPresence } from '../presence/FieldPresence.tsx';
import { FieldLabel } from './FieldLabel.tsx';
import type { Task } from './item.ts';
import styles from './GuidedSentence.module.css';

/** Why a task has to be done. */
export function TaskWhy({ task, mayEdit }: { readonly task: Task; readonly mayEdit: boolean }) {
  return (
    <section aria-label="Why" className={styles.sentence} data-field="why">
      <div className={styles.part}>
        <span aria-hidden="true" className={styles.lead}>
          <FieldLabel field="why" mayEdit={mayEdit}>
            Why
          </FieldLabel>
        </span>
        {mayEdit ? (
          <EditableLine
            label="Why"
            hideLabel
            value={task.why}
            placeholder="why it has to be done"
            maxLength={500}
            onSave={(why) => void act('task.edit', { itemId: task.id, why })}
          />
        ) : (
          <p className={styles.words}>{task.why || '–'}</p>
        )}
        <FieldPresence field="why" />
      </div>
    </section>
  );
}
