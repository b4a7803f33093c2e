// Flags: every flag with how it stands in each environment, filtered, sorted, and acted on by keys.
import { flagHandle } from '@shortlist/domain/flag/flag-handle.ts';
import { flagVocabulary } from '@shortlist/domain/flag/flag-query.ts';
import { suggestAmong } from '@shortlist/domain/query/query-suggest.ts';
import { Plus } from 'lucide-react';
import { lazy, Suspense, useCallback, useState } from 'react';
import { FilterField } from '../app/FilterField.tsx';
import { useOpenItem } from '../app/use-open-item.ts';
import { QueryProblems } from '../list/QueryProblems.tsx';
import { usePlaceMemory } from '../list/use-place-memory.ts';
import { useConnection } from '../sync/use-connection.ts';
import { Button } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { PageHeader } from '../ui/PageHeader.tsx';
import { Skeleton, SkeletonRows } from '../ui/Skeleton.tsx';
import { useCommands } from '../ui/use-commands.ts';
import { ViewMenu } from '../view/ViewMenu.tsx';
import { FlagDialogs } from './FlagDialogs.tsx';
import { FlagList } from './FlagList.tsx';
import { FlagPlaces } from './FlagPlaces.tsx';
import { flagsPlaceCommands } from './flags-place-commands.ts';
import { useFlagActs } from './use-flag-acts.ts';
import { useFlagListing, useFlagQueryContext } from './use-flag-listing.ts';

const NewFlag = lazy(async () => ({ default: (await import('./NewFlag.tsx')).NewFlag }));

export function FlagsPage() {
  const listing = useFlagListing();
  const { rows, total, query, typed, setTyped } = listing;
  const acts = useFlagActs();
  const memory = usePlaceMemory('flags');
  const { open } = useOpenItem();
  const { state } = useConnection();
  const context = useFlagQueryContext();
  const suggest = useCallback((text: string, caret: number) => suggestAmong(text, caret, flagVocabulary(context)), [context]);
  const [isMaking, setMaking] = useState(false);
  useCommands(flagsPlaceCommands, () => ({ mayRelease: acts.mayRelease, newFlag: () => setMaking(true) }));

  const count = query.isEmpty ? String(total) : `${rows.length} of ${total}`;
  return (
    <>
      <PageHeader
        title="Flags"
        beside={
          <>
            <FlagPlaces at="flags" count={count} />
            <ViewMenu place="flags" />
          </>
        }
        actions={
          <>
            <FilterField label="Filter flags" asks suggest={suggest} />
            {acts.mayRelease && (
              <Button icon={<Plus size={16} />} keys="n" onClick={() => setMaking(true)}>
                New flag
              </Button>
            )}
          </>
        }
      />
      <QueryProblems listing={listing} />
      {total === 0 && rows.length === 0 && state === 'loading' ? (
        <Skeleton label="Loading flags">
          <SkeletonRows />
        </Skeleton>
      ) : (
        <FlagList
          listing={listing}
          acts={acts}
          memory={memory}
          empty={
            total === 0 && typed === '' ? (
              <EmptyState
                sentence="A flag switches a feature on for some and not yet for others, without a redeploy. Most are made on their story; anything else that should be switched begins here."
                {...(acts.mayRelease && { action: { label: 'New flag', keys: 'n', run: () => setMaking(true) } })}
              />
            ) : (
              <EmptyState
                sentence={`No flag answers to “${typed}”.`}
                action={{ label: 'Show all flags', run: () => setTyped('') }}
              />
            )
          }
        />
      )}
      <Suspense>{isMaking && <NewFlag onClose={() => setMaking(false)} onMade={(key) => open(flagHandle(key))} />}</Suspense>
      <FlagDialogs acts={acts} />
    </>
  );
}
