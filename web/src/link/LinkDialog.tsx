// To which other item: found by handle or by a few words of its title, open ones first.
import { useMemo, useState } from 'react';
import { matcherOf } from '../app/matches-text.ts';
import { act } from '../app/notify.ts';
import { nameOf, type Item, type Work } from '../story/item.ts';
import { useAll } from '../sync/use-store.ts';
import { Badge } from '../ui/Badge.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { ErrorNotice } from '../ui/ErrorNotice.tsx';
import { Handle } from '../ui/Handle.tsx';
import { PickField, PickWords } from '../ui/PickField.tsx';
import type { LinkWay } from './link-ways.ts';

export interface LinkDialogProps {
  readonly work: Work;
  readonly way: LinkWay;
  readonly onClose: () => void;
}

const mostShown = 8;

export function LinkDialog({ work, way, onClose }: LinkDialogProps) {
  const [typed, setTyped] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const found = useFoundItems(typed, work.id);
  const title = `${nameOf(work.item)} ${way.words}`;
  const link = async (other: Item) => {
    const [fromId, toId] = way.end === 'from' ? [work.id, other.id] : [other.id, work.id];
    const done = `${title} ${nameOf(other)}.`;
    const sent = await act('link.add', { fromId, toId, kind: way.kind }, { done, quiet: true });
    if ('refused' in sent) setProblem(sent.message);
    else onClose();
  };
  return (
    <Dialog open title={title} onClose={onClose}>
      <PickField
        label="Which one"
        typed={typed}
        onType={(next) => {
          setTyped(next);
          setProblem(null);
        }}
        items={found}
        onPick={(one) => void link(one.item)}
        empty="No other item has these words in its title."
      >
        {({ item, hasEnded }) => (
          <>
            <Handle text={item.handle === '' ? null : item.handle} />
            <PickWords>{item.title}</PickWords>
            {hasEnded && <Badge>Ended</Badge>}
          </>
        )}
      </PickField>
      {problem !== null && <ErrorNotice problem={problem} />}
    </Dialog>
  );
}

interface FoundItem {
  readonly id: string;
  readonly item: Item;
  readonly hasEnded: boolean;
}

function useFoundItems(typed: string, ownId: string): readonly FoundItem[] {
  const stories = useAll('story');
  const tasks = useAll('task');
  const placements = useAll('placement');
  return useMemo(() => {
    const matches = matcherOf(typed);
    const placed = new Map(placements.map((placement) => [placement.id, placement]));
    return [...stories, ...tasks]
      .flatMap((item): readonly FoundItem[] => {
        const placement = placed.get(item.id);
        if (item.id === ownId || placement === undefined || !matches(`${item.handle} ${item.title}`)) return [];
        return [{ id: item.id, item, hasEnded: placement.doneAt !== null || placement.droppedAt !== null }];
      })
      .toSorted((a, b) => Number(a.hasEnded) - Number(b.hasEnded) || (a.item.createdAt < b.item.createdAt ? 1 : -1))
      .slice(0, mostShown);
  }, [typed, ownId, stories, tasks, placements]);
}
