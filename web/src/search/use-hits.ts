// What is found for some words: at once from this browser's index, and a moment later what only the server has, in one order.
import { handlePattern } from '@shortlist/domain/id-format.ts';
import { excerpt } from '@shortlist/domain/search/found-parts.ts';
import type { Wanted } from '@shortlist/domain/search/search-index.ts';
import { useEffect, useEffectEvent, useLayoutEffect, useMemo, useState } from 'react';
import { useMay } from '../app/use-may.ts';
import { recentUses } from '../app/recent-uses.ts';
import { useQuery } from '../sync/use-query.ts';
import { useView, type StoreReader } from '../sync/use-store.ts';
import { inOneOrder } from './hit-order.ts';
import { useLocalIndex } from './local-index.ts';
import { standingOf, type Hit, type LocalText } from './local-texts.ts';

export interface Hits {
  readonly hits: readonly Hit[];
  /** What is current until somebody chooses: what the typed handle names, or what stood first before the server answered. */
  readonly firstId: string | null;
  /** What the words ask for, to mark them. */
  readonly wanted: readonly Wanted[];
  /** The server's answer is still to come. */
  readonly isAsking: boolean;
  /** Why the server did not answer. */
  readonly refusal: string | null;
}

/** An answer of the server that has its place among what was shown. */
interface Placed {
  readonly query: string;
  readonly items: readonly Hit[];
  /** What stood down to the pointer when it came: ids. */
  readonly held: readonly string[];
}

const shown = 60;
/** The server is asked when typing pauses. */
const pauseMs = 120;
const unanswered: Placed = { query: '', items: [], held: [] };

/** `pointed` tells which of the hits that are shown is under the pointer; below 0: none. What comes later goes behind it. */
export function useHits(query: string, pointed: () => number): Hits {
  const typed = query.trim();
  const { texts, wanted } = useLocalTexts(query, typed);
  const local = useView((read) => texts.map((text) => hitOf(text, wanted, read)), [texts, wanted]);
  const asked = usePaused(typed, pauseMs);
  const { value, isFetching, refusal } = useQuery(
    'search.find',
    asked === '' ? null : { query: asked.slice(0, 200), limit: shown },
  );
  const [placed, setPlaced] = useState(unanswered);
  const { items, held } = placed.query === typed ? placed : unanswered;
  const hits = useMemo(() => inOneOrder(local, items, query, recentUses(), held), [local, items, query, held]);
  const placeAnswer = useEffectEvent((answer: readonly Hit[]) => {
    setPlaced({ query: asked, items: answer, held: hits.slice(0, pointed() + 1).map(({ id }) => id) });
  });
  const answer = asked === typed ? value?.items : undefined;
  // Before it is painted: what is under the pointer is known only then.
  useLayoutEffect(() => {
    if (answer !== undefined) placeAnswer(answer);
  }, [answer]);
  const handle = typed.toUpperCase();
  const first = hits.find((hit) => hit.handle === handle) ?? inOneOrder(local, [], query, recentUses(), [])[0] ?? hits[0];
  return {
    hits,
    firstId: first?.id ?? null,
    wanted,
    isAsking: isFetching || asked !== typed,
    refusal: refusal?.message ?? null,
  };
}

/** What this browser has: what the handle names, then what the words find, the best first. */
function useLocalTexts(query: string, typed: string) {
  const { index, textOf, version } = useLocalIndex();
  const mayRead = useMay('read');
  const named = useNamedId(typed);
  const wanted = useMemo(() => (version < 0 ? [] : index.wantedBy(query)), [index, query, version]);
  const texts = useMemo(() => {
    const byWords = index.find(wanted, { limit: shown }).map(({ id }) => id);
    const ids = new Set(named === null ? byWords : [named, ...byWords]);
    return mayRead ? [...ids].flatMap((id) => textOf(id) ?? []) : [];
  }, [index, wanted, named, textOf, mayRead]);
  return { texts, wanted };
}

/** What has the handle that was typed. */
function useNamedId(typed: string): string | null {
  const handle = typed.toUpperCase();
  return useView(
    (read) => {
      if (!handlePattern.test(handle)) return null;
      const [named] = (['idea', 'story', 'task'] as const).flatMap((kind) => read.by(kind, 'handle', handle));
      return named?.id ?? null;
    },
    [handle],
  );
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
