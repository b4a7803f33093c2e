// The outcome a story should bring, or why nothing can be measured.
import { Pencil } from 'lucide-react';
import { useState } from 'react';
import { act } from '../app/notify.ts';
import { Button } from '../ui/Button.tsx';
import { Section } from '../ui/Section.tsx';
import { FieldPresence } from '../presence/FieldPresence.tsx';
import { FieldLabel } from './FieldLabel.tsx';
import styles from './OutcomeField.module.css';
import { OutcomeForm } from './OutcomeForm.tsx';
import type { Story } from './item.ts';
import { outcomeWords } from './outcome-words.ts';

export function OutcomeField({ story, mayEdit }: { readonly story: Story; readonly mayEdit: boolean }) {
  const [editing, setEditing] = useState<'metric' | 'none' | null>(null);
  const { outcome } = story;
  if (editing !== null) {
    return (
      <Section label="Outcome" data-field="outcome">
        <FieldPresence field="outcome" />
        <OutcomeForm
          outcome={outcome}
          kind={editing}
          onClose={() => setEditing(null)}
          onSave={async (next) => await act('story.edit', { itemId: story.id, outcome: next }, { quiet: true })}
        />
      </Section>
    );
  }
  return (
    <Section
      label="Outcome"
      data-field="outcome"
      heading={
        <FieldLabel field="outcome" mayEdit={mayEdit}>
          Outcome
        </FieldLabel>
      }
      action={
        mayEdit &&
        outcome !== null && (
          <Button
            size="small"
            variant="plain"
            wordsAt="end"
            icon={<Pencil size={13} />}
            data-edits=""
            onClick={() => setEditing(outcome.kind)}
          >
            Edit outcome
          </Button>
        )
      }
    >
      {outcome !== null && <p className={styles.words}>{outcomeWords(outcome)}</p>}
      {outcome === null && <p className={styles.quiet}>How we will know that it worked.</p>}
      {outcome === null && mayEdit && (
        <div className={styles.acts}>
          <Button size="small" data-edits="" onClick={() => setEditing('metric')}>
            Name a metric
          </Button>
          <Button size="small" variant="plain" onClick={() => setEditing('none')}>
            No metric, because…
          </Button>
        </div>
      )}
      <FieldPresence field="outcome" />
    </Section>
  );
}
