import type { EntityOf } from '@shortlist/domain/entities.ts';
import { Ellipsis } from 'lucide-react';
import { ActButton } from '../ui/ActButton.tsx';
import { actNamed, actsOf } from '../ui/command.ts';
import { Menu } from '../ui/Menu.tsx';
import { menuEntriesOf } from '../ui/menu-entry.ts';
import { ideaCommands, type IdeaActs } from './idea-commands.ts';

/** The acts on an opened idea: deciding it as a button, the others in a menu. */
export function IdeaActsBar({ idea, acts }: { readonly idea: EntityOf<'idea'>; readonly acts: IdeaActs }) {
  const context = { acts, ideas: [idea] };
  return (
    <>
      <ActButton size="small" act={actNamed(ideaCommands, 'idea.decide', context)} />
      <Menu
        label="More"
        icon={<Ellipsis size={16} />}
        iconOnly
        variant="plain"
        size="small"
        align="end"
        entries={() => menuEntriesOf(actsOf(ideaCommands, context).filter(({ id }) => id !== 'idea.decide'))}
      />
    </>
  );
}
