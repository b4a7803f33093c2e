// The sentence a story is told in: who, is trying to what, so that why. Each part saves by itself when it is left.
import { ArrowUpRight } from 'lucide-react';
import { EditableLine } from '../app/EditableLine.tsx';
import { act } from '../app/notify.ts';
import { personaHref, usePersona } from '../persona/persona-of.ts';
import { usePersonaSuggestions } from '../persona/use-persona-suggestions.ts';
import { FieldPresence } from '../presence/FieldPresence.tsx';
import { FieldLabel } from './FieldLabel.tsx';
import styles from './GuidedSentence.module.css';
import type { Story } from './item.ts';

const parts = [
  { field: 'persona', lead: 'Who', placeholder: 'the person who has the problem', maxLength: 120 },
  { field: 'need', lead: 'is trying to', placeholder: 'what they want to get done', maxLength: 400 },
  { field: 'benefit', lead: 'so that', placeholder: 'why it matters to them', maxLength: 400 },
] as const;

export function GuidedSentence({ story, mayEdit }: { readonly story: Story; readonly mayEdit: boolean }) {
  const persona = usePersona(story.personaId);
  const suggest = usePersonaSuggestions();
  const words = { ...story, persona: persona?.name ?? '' };
  return (
    <section aria-label="Story" className={styles.sentence}>
      {parts.map(({ field, lead, placeholder, maxLength }) => (
        <div key={field} className={styles.part} data-field={field}>
          <span aria-hidden="true" className={styles.lead}>
            <FieldLabel field={field} mayEdit={mayEdit}>
              {lead}
            </FieldLabel>
          </span>
          {mayEdit ? (
            <EditableLine
              label={lead}
              hideLabel
              checkedAs={field}
              value={words[field]}
              placeholder={placeholder}
              maxLength={maxLength}
              onSave={(line) => void act('story.edit', { itemId: story.id, [field]: line })}
              {...(field === 'persona' && { suggest })}
            />
          ) : (
            <p className={styles.words}>{words[field] || '–'}</p>
          )}
          {field === 'persona' && persona !== undefined && (
            <a
              href={personaHref(persona.id)}
              aria-label={`About ${persona.name}`}
              title={`About ${persona.name}`}
              className={styles.about}
            >
              <ArrowUpRight size={14} />
            </a>
          )}
          <FieldPresence field={field} />
        </div>
      ))}
    </section>
  );
}
