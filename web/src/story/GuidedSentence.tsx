// The sentence a story is told in: who, is trying to what, so that why. Each part saves by itself when it is left.
import { EditableLine } from '../app/EditableLine.tsx';
import { act } from '../app/notify.ts';
import styles from './GuidedSentence.module.css';
import type { Story } from './item.ts';

const parts = [
  { field: 'persona', lead: 'Who', placeholder: 'the person who has the problem', maxLength: 120 },
  { field: 'need', lead: 'is trying to', placeholder: 'what they want to get done', maxLength: 400 },
  { field: 'benefit', lead: 'so that', placeholder: 'why it matters to them', maxLength: 400 },
] as const;

export function GuidedSentence({ story, mayEdit }: { readonly story: Story; readonly mayEdit: boolean }) {
  return (
    <section aria-label="Story" className={styles.sentence}>
      {parts.map(({ field, lead, placeholder, maxLength }) => (
        <div key={field} className={styles.part} data-field={field}>
          <span aria-hidden="true" className={styles.lead}>
            {lead}
          </span>
          {mayEdit ? (
            <EditableLine
              label={lead}
              hideLabel
              checkedAs={field}
              value={story[field]}
              placeholder={placeholder}
              maxLength={maxLength}
              onSave={(line) => void act('story.edit', { itemId: story.id, [field]: line })}
            />
          ) : (
            <p className={styles.words}>{story[field] || '–'}</p>
          )}
        </div>
      ))}
    </section>
  );
}
