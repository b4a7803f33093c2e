// What speaks for an idea, only to be read: somebody's words and links.
import type { EntityOf } from '@shortlist/domain/entities.ts';
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

export interface EvidenceQuotesProps {
  readonly subjectId: string;
  /** A bare link to this address is left out, where it stands beside anyway. */
  readonly exceptUrl?: string | null;
}

export function EvidenceQuotes({ subjectId, exceptUrl = null }: EvidenceQuotesProps) {
  const { value, refusal } = useEvidence(subjectId);
  if (value === undefined) return refusal === null ? null : <p className={styles.quiet}>{refusal.message}</p>;
  return (
    <ul className={styles.list}>
      {worthReading(value.items, exceptUrl).map(({ id, text, url, author, saidAt }) => (
        <li key={id} className={styles.quote}>
          {text !== '' && <Markdown text={text} />}
          <p className={styles.by}>
            {author !== null && `${author}, `}
            <RelativeTime time={saidAt} />
            {url !== null && url !== exceptUrl && (
              <>
                {' · '}
                <a href={url} target="_blank" rel="noreferrer noopener" className={styles.link}>
                  {shortUrl(url)}
                </a>
              </>
            )}
          </p>
        </li>
      ))}
    </ul>
  );
}

/** All but bare links to `exceptUrl`. */
export function worthReading(items: readonly EntityOf<'evidence'>[], exceptUrl: string | null): readonly EntityOf<'evidence'>[] {
  return items.filter(({ text, url }) => text !== '' || url !== exceptUrl);
}

function shortUrl(url: string): string {
  return url.replace(/^https?:\/\/(www\.)?/i, '');
}
