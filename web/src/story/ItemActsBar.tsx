// The acts of an opened item: the one that comes next as a button, the others in a menu.
import { stageOf } from '@shortlist/domain/backlog/counted.ts';
import { firstStep } from '@shortlist/domain/workspace/workflow.ts';
import { Ellipsis } from 'lucide-react';
import type { ItemActs } from '../backlog/use-item-acts.ts';
import { Button } from '../ui/Button.tsx';
import { Menu } from '../ui/Menu.tsx';
import type { MenuEntry } from '../ui/menu-entry.ts';
import type { Work } from './item.ts';

export function ItemActsBar({ work, acts }: { readonly work: Work; readonly acts: ItemActs }) {
  if (!acts.mayMove) return null;
  const stage = stageOf(work.placement, acts.team);
  const doneStep = firstStep(acts.team, 'done').id;
  const giveUp: MenuEntry = {
    kind: 'item',
    id: 'drop',
    label: 'Give up',
    keys: 'Backspace',
    tone: 'bad',
    run: () => acts.ask({ kind: 'drop', works: [work] }),
  };
  switch (stage) {
    case 'refinement':
      return (
        <>
          <Button
            size="small"
            variant={work.readiness.ready ? 'primary' : 'quiet'}
            keys="$mod+Enter"
            onClick={() => void acts.commit(work)}
          >
            Commit
          </Button>
          <More entries={[giveUp]} />
        </>
      );
    case 'todo':
    case 'in_progress':
      return (
        <>
          <Button size="small" keys="s" onClick={() => acts.ask({ kind: 'step', works: [work] })}>
            Step
          </Button>
          <More
            entries={[
              { kind: 'item', id: 'done', label: 'Done', run: () => acts.moveTo([work], doneStep) },
              { kind: 'item', id: 'back', label: 'Back to refinement', keys: 'b', run: () => acts.sendBack([work]) },
              giveUp,
            ]}
          />
        </>
      );
    case 'done':
    case 'wont_do':
      return (
        <Button size="small" onClick={() => acts.reopen(work)}>
          Reopen
        </Button>
      );
    default:
      return stage satisfies never;
  }
}

function More({ entries }: { readonly entries: readonly MenuEntry[] }) {
  return <Menu label="More" icon={<Ellipsis size={16} />} iconOnly variant="plain" size="small" align="end" entries={entries} />;
}
