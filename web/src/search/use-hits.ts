// What is found for some words: at once from this browser's index, and a moment later what only the server has.
import { excerpt } from '@shortlist/domain/search/found-parts.ts';
import { foldedText } from '@shortlist/domain/query/folded-text.ts';
import { inNameOrder } from '@shortlist/domain/search/name-rank.ts';
import type { Wanted } from '@shortlist/domain/search/search-index.ts';
import { useEffect, useMemo, useState } from 'react';
import { useMay } from '../app/use-may.ts';
import { recentUses } from '../app/recent-uses.ts';
import { useQuery } from '../sync/use-query.ts';
import { useView, type StoreReader } from '../sync/use-store.ts';
import { useLocalIndex } from './local-index.ts';
import { standingOf, type Hit, type LocalText } from './local-texts.ts';

export interface Hits {
  readonly hits: readonly Hit[];
  /** What the words ask for, to mark them. */
  readonly wanted: readonly Wanted[];
  /** How many of the hits, the first ones, are from here. */
  readonly localCount: number;
  /** The server's answer is still to come. */
  readonly isAsking: boolean;
  /** Why the server did not answer. */
  readonly refusal: string | null;
}

const shown = 60;
/** The server is asked when typing pauses. */
const pauseMs = 120;

export function useHits(query: string): Hits {
  const { index, textOf, version } = useLocalIndex();
  const mayRead = useMay('read');
  const wanted = useMemo(() => (version < 0 ? [] : index.wantedBy(query)), [index, query, version]);
  const texts = useMemo(
    () =>
      mayRead
        ? namesFirst(
            index.find(wanted, { limit: shown }).flatMap(({ id }) => textOf(id) ?? []),
            query,
          )
        : [],
    [index, wanted, textOf, mayRead, query],
  );
  const local = useView((read) => texts.map((text) => hitOf(text, wanted, read)), [texts, wanted]);
  const asked = usePaused(query.trim(), pauseMs);
  const { value, isFetching, refusal } = useQuery(
    'search.find',
    asked === '' ? null : { query: asked.slice(0, 200), limit: shown },
  );
  return useMemo(() => {
    const here = new Set(local.map(({ id }) => id));
    const more = asked === query.trim() ? (value?.items ?? []).filter(({ id }) => !here.has(id)) : [];
    return {
      hits: [...local, ...more],
      wanted,
      localCount: local.length,
      isAsking: isFetching || asked !== query.trim(),
      refusal: refusal?.message ?? null,
    };
  }, [local, value, asked, query, wanted, isFetching, refusal]);
}

/** The palette's order of names; where names do not tell, the order of the words that were found. */
function namesFirst(found: readonly LocalText[], query: string): readonly LocalText[] {
  return inNameOrder(found, query, recentUses(), ({ searched, hit }) => ({
    id: hit.id,
    handle: foldedText(hit.handle),
    name: foldedText(searched.title),
    words: '',
    isLoose: false,
  }));
}

function hitOf({ searched, hit }: LocalText, wanted: readonly Wanted[], read: StoreReader): Hit {
  if (hit.type === 'criterion') {
    const story = read.get('story', read.get('criterion', hit.id)?.storyId);
    const standing = standingOf(undefined, read.get('placement', story?.id));
    return {
      ...hit,
      handle: `${story?.handle ?? ''} ${hit.handle}`,
      title: story?.title ?? '',
      excerpt: searched.body,
      ...standing,
    };
  }
  const standing = standingOf(read.get('idea', hit.id), read.get('placement', hit.id));
  return { ...hit, excerpt: excerpt(searched.body.trim(), wanted), ...standing };
}

/** A text as it was when it last stood still that long. */
export function usePaused(text: string, ms: number): string {
  const [paused, setPaused] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setPaused(text), ms);
    return () => clearTimeout(timer);
  }, [text, ms]);
  return paused;
}
