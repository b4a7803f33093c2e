// The acts of an opened item: the one that comes next as a button, the others in a menu.
import { stageOf } from '@shortlist/domain/backlog/counted.ts';
import { Ellipsis } from 'lucide-react';
import type { ItemActs } from '../backlog/use-item-acts.ts';
import { ActButton } from '../ui/ActButton.tsx';
import { actNamed, actsOf } from '../ui/command.ts';
import { Menu } from '../ui/Menu.tsx';
import { menuEntriesOf } from '../ui/menu-entry.ts';
import type { Work } from './item.ts';
import { itemCommands } from './item-commands.ts';

const nextOf = {
  parked: 'item.copy_link',
  refinement: 'item.commit',
  todo: 'item.step',
  in_progress: 'item.step',
  done: 'item.reopen',
  wont_do: 'item.reopen',
} as const;

export function ItemActsBar({ work, acts }: { readonly work: Work; readonly acts: ItemActs }) {
  const stage = stageOf(work.placement, acts.team);
  const context = { acts, works: [work] };
  const next = nextOf[stage];
  const isReadyToCommit = stage === 'refinement' && work.readiness.ready;
  return (
    <>
      <ActButton act={actNamed(itemCommands, next, context)} size="small" variant={isReadyToCommit ? 'primary' : 'quiet'} />
      <Menu
        label="More"
        icon={<Ellipsis size={16} />}
        iconOnly
        variant="plain"
        size="small"
        align="end"
        entries={() => menuEntriesOf(actsOf(itemCommands, context).filter(({ id }) => id !== next))}
      />
    </>
  );
}
