// Home: what waits for whoever is signed in, each with one key or one press that answers it.
import { lazy, Suspense, useCallback, useMemo, useRef, useState } from 'react';
import { useMe } from '../app/use-me.ts';
import type { ItemActs } from '../backlog/use-item-acts.ts';
import { useCapture } from '../idea/use-capture.ts';
import { useMay } from '../app/use-may.ts';
import type { Team } from '../story/item.ts';
import { useConnection } from '../sync/use-connection.ts';
import { useAll } from '../sync/use-store.ts';
import { EmptyState } from '../ui/EmptyState.tsx';
import { PageHeader } from '../ui/PageHeader.tsx';
import { Skeleton, SkeletonRows } from '../ui/Skeleton.tsx';
import { CleanUpNote, useOwnCleanUps } from './CleanUpNote.tsx';
import { AskedList } from './AskedList.tsx';
import { HomeList } from './HomeList.tsx';
import styles from './HomePage.module.css';
import { ReviewNote, useReviewNote } from './ReviewNote.tsx';
import { SuggestedIdeas, useSuggested } from './SuggestedIdeas.tsx';
import { useAsked } from './use-asked.ts';
import { useHomeWorks } from './use-home-works.ts';

// What can be done to items and how full a window is come after the rows themselves.
const HomeTeam = lazy(async () => ({ default: (await import('./HomeTeam.tsx')).HomeTeam }));

export function HomePage() {
  const me = useMe();
  const teams = useAll('team');
  const works = useHomeWorks(teams);
  const asked = useAsked(teams);
  const suggested = useSuggested();
  const review = useReviewNote();
  const cleanUps = useOwnCleanUps();
  const capture = useCapture();
  const mayCapture = useMay('capture');
  const { state } = useConnection();
  const { actsOf, takeActs } = useActsByTeam();
  const needed = useMemo(
    () =>
      teamsNeeded(
        teams,
        [...works, ...asked].map(({ team }) => team.id),
        me.id,
      ),
    [teams, works, asked, me.id],
  );
  const isEmpty = works.length === 0 && asked.length === 0 && suggested.length === 0 && review === null && cleanUps.length === 0;
  const isLoading = state === 'loading' && teams.length === 0;

  return (
    <>
      <PageHeader title="Home" note="What waits for you." />
      {isLoading ? (
        <Skeleton label="Loading what waits for you">
          <SkeletonRows />
        </Skeleton>
      ) : (
        <>
          {(review !== null || needed.length > 0 || cleanUps.length > 0) && (
            <ul aria-label="Reviews, flags and teams" className={styles.notes}>
              {review !== null && <ReviewNote note={review} />}
              <CleanUpNote flags={cleanUps} />
              <Suspense>
                {needed.map((team) => (
                  <HomeTeam key={team.id} team={team} onActs={takeActs} />
                ))}
              </Suspense>
            </ul>
          )}
          {asked.length > 0 && <AskedList asked={asked} actsOf={actsOf} />}
          {works.length > 0 && <HomeList works={works} main={asked.length === 0} actsOf={actsOf} />}
          {suggested.length > 0 && <SuggestedIdeas ideas={suggested} main={works.length === 0 && asked.length === 0} />}
          {isEmpty && (
            <EmptyState
              sentence="What is yours stands here: items you own or work on, what others ask you to read, answer or verify, reviews that are due, and what became of the ideas you suggested. Begin with what is in somebody’s way."
              {...(mayCapture && { action: { label: 'Capture an idea', keys: 'c', run: capture.open } })}
            />
          )}
        </>
      )}
    </>
  );
}

/** What can be done to each team's items: made by the teams below, asked for when a row is drawn or a key is pressed. */
function useActsByTeam() {
  const acts = useRef(new Map<string, ItemActs>());
  const [known, setKnown] = useState(0);
  const takeActs = useCallback((latest: ItemActs) => {
    acts.current.set(latest.team.id, latest);
    setKnown(acts.current.size);
  }, []);
  // A new function when a team's acts have come, so that its rows show theirs.
  const actsOf = useCallback((team: Team) => (known === 0 ? null : (acts.current.get(team.id) ?? null)), [known]);
  return { actsOf, takeActs };
}

/** The teams one belongs to, and those whose items stand here. */
function teamsNeeded(teams: readonly Team[], shown: readonly string[], meId: string): readonly Team[] {
  return teams
    .filter(({ id, memberIds }) => shown.includes(id) || memberIds.some((one) => one === meId))
    .toSorted((a, b) => a.name.localeCompare(b.name));
}
