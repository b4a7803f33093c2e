import type { EntityOf } from '@shortlist/domain/entities.ts';
import { RelativeTime } from '../ui/RelativeTime.tsx';
import styles from './IdeaFacts.module.css';
import { sourceLink } from './source-words.ts';
import { useSession } from '../sync/session.ts';
import { usePersonName } from './use-person-name.ts';

/** Who said it, when, and where it came from, as one line. */
export function IdeaFacts({ idea }: { readonly idea: EntityOf<'idea'> }) {
  const session = useSession();
  const me = session.state === 'signed_in' ? session.member : null;
  const known = usePersonName(idea.suggesterId);
  const name = known ?? (idea.suggesterId === me?.id ? me.name : null);
  const source = sourceLink(idea);
  return (
    <p className={styles.facts}>
      {name === null ? 'Captured ' : <>Said by {name}, </>}
      <RelativeTime time={idea.capturedAt} />
      {source !== null && (
        <>
          {' · from '}
          {source.href === null ? (
            source.words
          ) : (
            <a href={source.href} target="_blank" rel="noreferrer noopener" className={styles.link}>
              {source.words}
            </a>
          )}
        </>
      )}
    </p>
  );
}
