// What a suggester sees: their own ideas and what became of them. Nothing else of the workspace travels to them.
import { useEffect, useMemo } from 'react';
import { FilterField } from '../app/FilterField.tsx';
import { matcherOf } from '../app/matches-text.ts';
import { useMe } from '../app/use-me.ts';
import { useSearchText } from '../app/use-search-text.ts';
import { usePendingCommands } from '../sync/use-connection.ts';
import { useQuery } from '../sync/use-query.ts';
import { EmptyState } from '../ui/EmptyState.tsx';
import { ErrorNotice } from '../ui/ErrorNotice.tsx';
import { PageHeader } from '../ui/PageHeader.tsx';
import { Skeleton, SkeletonRows } from '../ui/Skeleton.tsx';
import { IdeaList } from './IdeaList.tsx';
import { useCapture } from './use-capture.ts';

export function OwnIdeas() {
  const me = useMe();
  const { value, refusal, refetch } = useQuery('idea.list', { state: 'all', limit: 1000 });
  const waiting = usePendingCommands();
  const [typed, setTyped] = useSearchText('q');
  const capture = useCapture();
  // No feed travels here, so the list is asked for again when a command has been answered.
  useEffect(() => {
    if (waiting === 0) refetch();
    // oxlint-disable-next-line react/exhaustive-deps -- `refetch` is a new function whenever the answer changes
  }, [waiting]);
  const shown = useMemo(() => {
    const matches = matcherOf(typed);
    return (value?.items ?? []).filter((idea) => matches(`${idea.handle} ${idea.problem} ${idea.context ?? ''}`));
  }, [value, typed]);

  return (
    <>
      <PageHeader
        title="Your ideas"
        note="What you said, and what became of it."
        actions={<FilterField label="Filter your ideas" />}
      />
      {refusal !== null && value === undefined && <ErrorNotice problem={refusal.message} />}
      {value === undefined ? (
        refusal === null && (
          <Skeleton label="Loading your ideas">
            <SkeletonRows />
          </Skeleton>
        )
      ) : (
        <IdeaList
          ideas={shown}
          nameOf={(id) => (id === me.id ? '' : null)}
          empty={
            typed === '' ? (
              <EmptyState
                sentence="Say in a line what is in your way. The team decides about it in a review, and you hear back either way."
                action={{ label: 'Capture an idea', keys: 'c', run: capture.open }}
              />
            ) : (
              <EmptyState
                sentence={`None of your ideas has “${typed}” in it.`}
                action={{ label: 'Show all of yours', run: () => setTyped('') }}
              />
            )
          }
        />
      )}
    </>
  );
}
