// Segments: the named groups that rules ask about, each with how many it holds and which flags use it.
import { namedByClauses, namedByFlag } from '@shortlist/domain/flag/named-in.ts';
import { ourselvesKey } from '@shortlist/domain/segment/new-segments.ts';
import { useRouter } from '@tanstack/react-router';
import { Plus } from 'lucide-react';
import { lazy, Suspense, useMemo, useState } from 'react';
import { FilterField } from '../app/FilterField.tsx';
import { useMay } from '../app/use-may.ts';
import { useSearchText } from '../app/use-search-text.ts';
import { usePlaceMemory } from '../list/use-place-memory.ts';
import { useAll } from '../sync/use-store.ts';
import { Badge } from '../ui/Badge.tsx';
import { Button } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { List } from '../ui/List.tsx';
import { RowFigure, RowTitle } from '../ui/ListRow.tsx';
import { PageHeader } from '../ui/PageHeader.tsx';
import { useCommands } from '../ui/use-commands.ts';
import { FlagPlaces } from './FlagPlaces.tsx';
import { segmentHref } from './segment-href.ts';
import { membersWords, type Segment } from './segment-words.ts';
import { segmentsPlaceCommands } from './segments-place-commands.ts';

const NewSegment = lazy(async () => ({ default: (await import('./NewSegment.tsx')).NewSegment }));

const idOf = ({ id }: Segment) => id;

export function SegmentsPage() {
  const segments = useAll('segment');
  const uses = useSegmentUses();
  const [typed, setTyped] = useSearchText('q');
  const mayRelease = useMay('release');
  const memory = usePlaceMemory('segments');
  const { history } = useRouter();
  const [isMaking, setMaking] = useState(false);
  const shown = useMemo(() => {
    const wanted = typed.trim().toLowerCase();
    return segments
      .filter(({ key, name }) => `${name} ${key}`.toLowerCase().includes(wanted))
      .toSorted((a, b) => a.name.localeCompare(b.name));
  }, [segments, typed]);
  useCommands(segmentsPlaceCommands, () => ({ mayRelease, newSegment: () => setMaking(true) }));
  const open = ({ key }: Segment) => history.push(segmentHref(key));
  return (
    <>
      <PageHeader
        title="Flags"
        beside={<FlagPlaces at="segments" count={String(segments.length)} />}
        actions={
          <>
            <FilterField label="Filter segments" />
            {mayRelease && (
              <Button icon={<Plus size={16} />} keys="n" onClick={() => setMaking(true)}>
                New segment
              </Button>
            )}
          </>
        }
      />
      <List
        label="Segments"
        items={shown}
        idOf={idOf}
        onOpen={open}
        onOpenPage={open}
        cursor={memory.cursor}
        onCursor={memory.onCursor}
        tallOnPhone
        empty={
          typed === '' ? (
            <EmptyState
              sentence="A segment is a group with a name: customers on a plan, people of one company. Rules ask about it, and every flag follows when it changes."
              {...(mayRelease && { action: { label: 'New segment', keys: 'n', run: () => setMaking(true) } })}
            />
          ) : (
            <EmptyState sentence={`No segment answers to “${typed}”.`} action={{ label: 'Show all', run: () => setTyped('') }} />
          )
        }
      >
        {(segment) => (
          <>
            <RowTitle detail={membersWords(segment)}>{segment.name}</RowTitle>
            {segment.key === ourselvesKey && <Badge tone="accent">The rung Internal</Badge>}
            <RowFigure width="wide" hideOnPhone={false}>
              {usesWords(uses.get(segment.key)?.length ?? 0)}
            </RowFigure>
          </>
        )}
      </List>
      <Suspense>
        {isMaking && <NewSegment onClose={() => setMaking(false)} onMade={(key) => history.push(segmentHref(key))} />}
      </Suspense>
    </>
  );
}

function usesWords(count: number): string {
  return count === 0 ? 'not used' : count === 1 ? '1 use' : `${count} uses`;
}

/** Keys of the flags and segments that ask about each segment; segments stand as `segment beta`. */
export function useSegmentUses(): ReadonlyMap<string, readonly { readonly is: 'flag' | 'segment'; readonly key: string }[]> {
  const flags = useAll('flag');
  const segments = useAll('segment');
  return useMemo(() => {
    const uses = new Map<string, { is: 'flag' | 'segment'; key: string }[]>();
    const note = (segment: string, is: 'flag' | 'segment', key: string) =>
      uses.set(segment, [...(uses.get(segment) ?? []), { is, key }]);
    for (const flag of flags) for (const segment of namedByFlag(flag).segments) note(segment, 'flag', flag.key);
    for (const { key, rules } of segments)
      for (const segment of namedByClauses(rules.flat()).segments) note(segment, 'segment', key);
    return uses;
  }, [flags, segments]);
}
