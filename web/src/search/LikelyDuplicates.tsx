// While an idea is captured: up to five that may be the same, with the rare words both have and why an earlier one was rejected.
// Nothing is ever merged by itself.
import { sharedWords, similarFromWords, similarTo, wantedFor } from '@shortlist/domain/search/similar.ts';
import type { Wanted } from '@shortlist/domain/search/search-index.ts';
import { stemOf } from '@shortlist/domain/search/search-words.ts';
import { useMemo } from 'react';
import { useMay } from '../app/use-may.ts';
import { useOpenItem } from '../app/use-open-item.ts';
import { useQuery } from '../sync/use-query.ts';
import { useView } from '../sync/use-store.ts';
import { Badge } from '../ui/Badge.tsx';
import { Handle } from '../ui/Handle.tsx';
import { FoundText } from './FoundText.tsx';
import { standingWords } from './hit-words.ts';
import styles from './LikelyDuplicates.module.css';
import { useLocalIndex } from './local-index.ts';
import { standingOf, type Hit } from './local-texts.ts';
import { usePaused } from './use-hits.ts';

const pauseMs = 300;
const shown = 5;

type Likely = Pick<Hit, 'id' | 'handle' | 'title' | 'standing' | 'note'> & { readonly shared: readonly string[] };

export function LikelyDuplicates({ problem, context }: { readonly problem: string; readonly context: string }) {
  const title = usePaused(problem.trim(), pauseMs);
  const body = usePaused(context.trim(), pauseMs);
  const mayRead = useMay('read');
  const here = useLocalLikely(title, body);
  const asks = !mayRead && wantedFor(title, body).length >= similarFromWords;
  const { value } = useQuery('idea.similar', asks ? { text: `${title} ${body}`.slice(0, 2000) } : null);
  const likely: readonly Likely[] = mayRead ? here : (value?.items ?? []);
  const { open } = useOpenItem();
  if (likely.length === 0) return null;
  return (
    <section aria-label="May be the same" className={styles.likely}>
      <h3 className={styles.heading}>May be the same</h3>
      <ul className={styles.list}>
        {likely.map((one) => (
          <li key={one.id}>
            <button type="button" className={styles.one} onClick={() => open(one.handle)}>
              <Handle text={one.handle} column />
              <span className={styles.words}>
                <FoundText text={one.title} wanted={wantedOf(one.shared)} />
                {one.note !== null && <span className={styles.note}>{one.note}</span>}
              </span>
              <Standing standing={one.standing} />
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Standing({ standing }: { readonly standing: Hit['standing'] }) {
  const words = standingWords[standing];
  return words === null ? null : <Badge tone={words.tone}>{words.word}</Badge>;
}

function useLocalLikely(title: string, body: string): readonly Likely[] {
  const { index, textOf, version } = useLocalIndex();
  const found = useMemo(() => {
    const wanted = version < 0 ? [] : wantedFor(title, body);
    // Criteria and people are found too, and are no duplicates of an idea.
    return similarTo(index, title, body, 4 * shown)
      .flatMap(({ id }) => textOf(id) ?? [])
      .filter(({ hit }) => hit.type !== 'criterion' && hit.type !== 'person')
      .slice(0, shown)
      .map(({ hit, searched }) => ({ ...hit, shared: sharedWords(index, wanted, `${searched.title} ${searched.body}`) }));
  }, [index, textOf, title, body, version]);
  return useView(
    (read) => found.map((one) => ({ ...one, ...standingOf(read.get('idea', one.id), read.get('placement', one.id)) })),
    [found],
  );
}

function wantedOf(words: readonly string[]): readonly Wanted[] {
  return words.map((word) => ({ word, stems: new Map([[stemOf(word), 1]]) }));
}
