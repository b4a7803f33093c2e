// The idea an item was refined from, with what spoke for it.
import { useOpenItem } from '../app/use-open-item.ts';
import { sourceLink } from '../idea/source-words.ts';
import { usePersonName } from '../idea/use-person-name.ts';
import { useQuery } from '../sync/use-query.ts';
import { useEntity } from '../sync/use-store.ts';
import { EvidenceQuotes } from './EvidenceQuotes.tsx';
import { Section } from '../ui/Section.tsx';
import styles from './FromIdea.module.css';

export function FromIdea({ ideaId }: { readonly ideaId: string }) {
  const live = useEntity('idea', ideaId);
  const asked = useQuery('idea.get', live === undefined ? { ideaId } : null);
  const idea = live ?? asked.value?.idea;
  const suggester = usePersonName(idea?.suggesterId);
  const { open } = useOpenItem();
  if (idea === undefined) return null;
  return (
    <Section
      label="The idea it came from"
      className={styles.idea}
      low
      heading={
        <>
          From{' '}
          <button type="button" className={styles.handle} onClick={() => open(idea.handle)}>
            {idea.handle}
          </button>
          {suggester !== null && <span className={styles.by}> said by {suggester}</span>}
        </>
      }
    >
      <p className={styles.problem}>{idea.problem}</p>
      <EvidenceQuotes subjectId={idea.id} exceptUrl={sourceLink(idea)?.href ?? null} />
    </Section>
  );
}
