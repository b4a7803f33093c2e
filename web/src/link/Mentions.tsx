// Where an item's handle is written elsewhere. Nothing stands here while nobody mentions it.
import { useMemo } from 'react';
import { itemHref } from '../app/use-open-item.ts';
import { TextChips } from '../chip/TextChips.tsx';
import { useQuery, type RefreshOn } from '../sync/use-query.ts';
import { Handle } from '../ui/Handle.tsx';
import { RelativeTime } from '../ui/RelativeTime.tsx';
import { Section } from '../ui/Section.tsx';
import styles from './ItemLinks.module.css';

const places = {
  problem: 'in its problem',
  outOfScope: 'in what is out of scope',
  approach: 'in its approach',
  comment: 'in a comment',
  criterion: 'in a criterion',
  question: 'in a question',
} as const;

const writing = new Set(['text', 'comment', 'criterion', 'question']);

export interface MentionsProps {
  readonly subjectId: string;
  readonly handle: string;
}

export function Mentions({ subjectId, handle }: MentionsProps) {
  // Most of what is written anywhere has nothing to do with it.
  const refreshOn = useMemo<RefreshOn>(
    () =>
      ({ entity, value }) =>
        writing.has(entity) && (value === null || JSON.stringify(value).toUpperCase().includes(handle)),
    [handle],
  );
  const { value } = useQuery('mention.list', { subjectId, limit: 20 }, { refreshOn });
  if (value === undefined || value.items.length === 0) return null;
  return (
    <Section label="Mentioned" count={value.next === null ? value.items.length : `${value.items.length}, the newest`}>
      <ul>
        {value.items.map((mention) => (
          <li key={mention.id} className={styles.mention}>
            <p className={styles.where}>
              <a href={itemHref(mention.handle)} title={mention.title} className={styles.other}>
                <Handle text={mention.handle} />
                <span className={styles.words}>{places[mention.in]}</span>
              </a>
              <RelativeTime time={mention.at} look="short" />
            </p>
            <p className={styles.excerpt}>
              <TextChips text={mention.excerpt} />
            </p>
          </li>
        ))}
      </ul>
    </Section>
  );
}
