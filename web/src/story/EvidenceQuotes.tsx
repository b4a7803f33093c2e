// What speaks for an idea, only to be read: somebody's words and links.
import { useMemo } from 'react';
import { Markdown } from '../app/Markdown.tsx';
import { useQuery, type Queried, type RefreshOn } from '../sync/use-query.ts';
import { RelativeTime } from '../ui/RelativeTime.tsx';
import styles from './EvidenceQuotes.module.css';

/** The evidence of an idea or an item, kept fresh while it is shown; null asks nothing. */
export function useEvidence(subjectId: string | null): Queried<'evidence.list'> {
  const refreshOn = useMemo<RefreshOn>(
    () => (change) => change.entity === 'evidence' && (change.value === null || change.value['subjectId'] === subjectId),
    [subjectId],
  );
  return useQuery('evidence.list', subjectId === null ? null : { subjectId, limit: 100 }, { refreshOn });
}

/** `empty` stands in when there is none. */
export function EvidenceQuotes({ subjectId, empty }: { readonly subjectId: string; readonly empty?: string }) {
  const { value, refusal } = useEvidence(subjectId);
  if (value === undefined) return refusal === null ? null : <p className={styles.quiet}>{refusal.message}</p>;
  if (value.items.length === 0) return empty === undefined ? null : <p className={styles.quiet}>{empty}</p>;
  return (
    <ul className={styles.list}>
      {value.items.map(({ id, text, url, author, saidAt }) => (
        <li key={id} className={styles.quote}>
          {text !== '' && <Markdown text={text} />}
          <p className={styles.by}>
            {author !== null && `${author}, `}
            <RelativeTime time={saidAt} />
            {url !== null && (
              <>
                {' · '}
                <a href={url} target="_blank" rel="noreferrer noopener" className={styles.link}>
                  {hostOf(url)}
                </a>
              </>
            )}
          </p>
        </li>
      ))}
    </ul>
  );
}

function hostOf(url: string): string {
  return url.replace(/^https?:\/\/(www\.)?/i, '').split('/')[0] ?? url;
}
