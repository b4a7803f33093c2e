import type { Example } from '@shortlist/domain/story/criterion.ts';
import { EditableLine } from '../app/EditableLine.tsx';
import { act } from '../app/notify.ts';
import styles from './ExampleLines.module.css';
import type { Criterion } from './item.ts';

const parts = [
  { field: 'given', lead: 'Given', placeholder: 'what is so before' },
  { field: 'when', lead: 'When', placeholder: 'what somebody does' },
  { field: 'result', lead: 'Then', placeholder: 'what can be seen' },
] as const;

export interface ExampleLinesProps {
  readonly criterion: Criterion;
  readonly example: Example;
  readonly mayEdit: boolean;
}

/** A criterion told by an example. */
export function ExampleLines({ criterion, example, mayEdit }: ExampleLinesProps) {
  return (
    <div className={styles.example}>
      {parts.map(({ field, lead, placeholder }) => (
        <div key={field} className={styles.part}>
          <span aria-hidden="true" className={styles.lead}>
            {lead}
          </span>
          {mayEdit ? (
            <EditableLine
              label={`AC-${criterion.number}, ${lead.toLowerCase()}`}
              hideLabel
              placeholder={placeholder}
              value={example[field]}
              maxLength={1000}
              onSave={(line) => act('criterion.edit', { criterionId: criterion.id, example: { ...example, [field]: line } })}
            />
          ) : (
            <p className={styles.words}>{example[field] || '–'}</p>
          )}
        </div>
      ))}
    </div>
  );
}
