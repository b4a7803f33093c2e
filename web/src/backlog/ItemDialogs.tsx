// The dialog that an act has opened, if any. Put once into every screen that has item acts.
import { isCounted } from '@shortlist/domain/backlog/counted.ts';
import { lazy, Suspense } from 'react';
import { isStory } from '../story/item.ts';
import type { ItemActs } from './use-item-acts.ts';

const CollaboratorPicker = lazy(async () => ({
  default: (await import('../story/CollaboratorPicker.tsx')).CollaboratorPicker,
}));
const CommitDialog = lazy(async () => ({ default: (await import('./CommitDialog.tsx')).CommitDialog }));
const DropDialog = lazy(async () => ({ default: (await import('./DropDialog.tsx')).DropDialog }));
const LinkDialog = lazy(async () => ({ default: (await import('../link/LinkDialog.tsx')).LinkDialog }));
const SplitDialog = lazy(async () => ({ default: (await import('../story/SplitDialog.tsx')).SplitDialog }));
const NotReadyDialog = lazy(async () => ({ default: (await import('./NotReadyDialog.tsx')).NotReadyDialog }));

export function ItemDialogs({ acts }: { readonly acts: ItemActs }) {
  return <Suspense>{acts.asked !== null && <AskedDialog acts={acts} />}</Suspense>;
}

function AskedDialog({ acts }: { readonly acts: ItemActs }) {
  const { asked, ask, team } = acts;
  const close = () => ask(null);
  if (asked === null) return null;
  switch (asked.kind) {
    case 'commit':
      return <CommitDialog work={asked.work} no={asked.no} team={team} onClose={close} />;
    case 'not_ready':
      return <NotReadyDialog work={asked.work} onClose={close} />;
    case 'drop':
      return <DropDialog works={asked.works} onClose={close} />;
    case 'collaborators':
      return <CollaboratorPicker works={asked.works} people={acts.people} onClose={close} />;
    case 'split':
      return isStory(asked.work.item) ? (
        <SplitDialog story={asked.work.item} teamId={team.id} isCommitted={isCounted(asked.work.placement)} onClose={close} />
      ) : null;
    case 'link':
      return <LinkDialog work={asked.work} way={asked.way} onClose={close} />;
    default:
      return asked satisfies never;
  }
}
