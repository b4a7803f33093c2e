// What everybody has and whose flag should leave the code: who removes it, by when, and where it still stands.
import { useMemo } from 'react';
import { FlagPlaces } from '../flag/FlagPlaces.tsx';
import { useOpenItem } from '../app/use-open-item.ts';
import { usePersonNames } from '../idea/use-person-name.ts';
import { useAll } from '../sync/use-store.ts';
import { Badge } from '../ui/Badge.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { ErrorNotice } from '../ui/ErrorNotice.tsx';
import { List } from '../ui/List.tsx';
import { RowFigure, RowTitle } from '../ui/ListRow.tsx';
import { PageHeader } from '../ui/PageHeader.tsx';
import { Skeleton, SkeletonRows } from '../ui/Skeleton.tsx';
import styles from './CleanUp.module.css';
import { DueDay } from './DueDay.tsx';
import { removalCommands } from './removal-commands.ts';
import { placesInShort, stateWords } from './removal-words.ts';
import { useCleanUps, type CleanUp } from './use-clean-ups.ts';
import { useRemovalContext } from './use-removal-context.ts';

const idOf = ({ flag }: CleanUp) => flag.id;

export function CleanUpPage() {
  const { value, refusal } = useCleanUps();
  return (
    <>
      <PageHeader
        title="Flags"
        beside={<FlagPlaces at="clean-ups" />}
        note="Everybody has it; its flag should leave the code. Nothing here counts as work."
      />
      {refusal !== null && value === undefined && <ErrorNotice problem={refusal.message} />}
      {value === undefined && refusal === null && (
        <Skeleton label="Loading what is to be cleaned up">
          <SkeletonRows />
        </Skeleton>
      )}
      {value !== undefined && <CleanUpList cleanUps={value.items} />}
    </>
  );
}

function CleanUpList({ cleanUps }: { readonly cleanUps: readonly CleanUp[] }) {
  const { handle, open, openPage, peek } = useOpenItem();
  const handleOf = useStoryHandles();
  const contextOf = useRemovalContext();
  const opening = (go: (to: string) => void) => (cleanUp: CleanUp) => {
    const story = handleOf(cleanUp);
    if (story !== null) go(story);
  };
  return (
    <List
      label="To clean up"
      items={cleanUps}
      idOf={idOf}
      hasOpen={handle !== null}
      openId={cleanUps.find((one) => handleOf(one) === handle)?.flag.id ?? null}
      onOpen={opening(open)}
      onOpenPage={opening(openPage)}
      onPeek={opening(peek)}
      commands={{ set: removalCommands, contextOf: ([first]) => (first === undefined ? null : contextOf(first)) }}
      menuLabelOf={({ flag }) => `Acts on ${flag.key}`}
      tallOnPhone
      empty={
        <EmptyState sentence="A flag comes here when everyone has its feature, and leaves when a scan of the code no longer finds it." />
      }
    >
      {(cleanUp) => <CleanUpRow cleanUp={cleanUp} story={handleOf(cleanUp)} />}
    </List>
  );
}

function CleanUpRow({ cleanUp, story }: { readonly cleanUp: CleanUp; readonly story: string | null }) {
  const { flag, state, places, more } = cleanUp;
  const nameOf = usePersonNames();
  const { word, tone, todo } = stateWords[state];
  const where = placesInShort(places, more);
  return (
    <>
      <RowTitle detail={where === '' ? todo : where}>
        {flag.title} <code className={styles.key}>{flag.key}</code>
      </RowTitle>
      <Badge tone={tone}>{word}</Badge>
      <RowFigure width="wide">{nameOf(flag.cleanUp?.ownerId ?? null) ?? 'Nobody'}</RowFigure>
      <RowFigure width="wide" hideOnPhone={false}>
        {flag.cleanUp !== null && <DueDay day={flag.cleanUp.dueDay} />}
      </RowFigure>
      <RowFigure>{story ?? ''}</RowFigure>
    </>
  );
}

/** The handle of the first story that a flag serves; null where it serves none, or none that is known here. */
function useStoryHandles(): (cleanUp: CleanUp) => string | null {
  const stories = useAll('story');
  return useMemo(() => {
    const handles = new Map<string, string>(stories.map(({ id, handle }) => [id, handle]));
    return ({ flag }) => flag.storyIds.map((id) => handles.get(id)).find((one) => one !== undefined) ?? null;
  }, [stories]);
}
