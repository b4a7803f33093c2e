// A flag, opened beside a list.
import { flagKeyOf } from '@shortlist/domain/flag/flag-handle.ts';
import { Ellipsis } from 'lucide-react';
import { isPeeked, itemHref } from '../app/use-open-item.ts';
import { ErrorNotice } from '../ui/ErrorNotice.tsx';
import { Handle } from '../ui/Handle.tsx';
import { isInList } from '../ui/is-in-list.ts';
import { Menu } from '../ui/Menu.tsx';
import { menuEntriesOf } from '../ui/menu-entry.ts';
import { actsOf } from '../ui/command.ts';
import { Panel } from '../ui/Panel.tsx';
import { Skeleton, SkeletonRows } from '../ui/Skeleton.tsx';
import { useCommands } from '../ui/use-commands.ts';
import { flagCommands, type FlagContext } from './flag-commands.ts';
import { FlagContent } from './FlagContent.tsx';
import { FlagDialogs } from './FlagDialogs.tsx';
import { FlagRung } from './FlagRung.tsx';
import { useOpenedFlag, type OpenedFlag } from './use-opened-flag.ts';

export interface FlagPanelProps {
  /** `flag/new-checkout`. */
  readonly handle: string;
  readonly onClose: () => void;
}

export function FlagPanel({ handle, onClose }: FlagPanelProps) {
  const key = flagKeyOf(handle) ?? handle;
  const opened = useOpenedFlag(key);
  const { flag, contextOf } = opened;
  // A list beside it that has the focus keeps its own keys.
  useCommands(flagCommands, () => (isInList() || flag === undefined ? null : contextOf(flag)));
  return (
    <>
      <Panel
        label={flag === undefined ? key : `${key}: ${flag.title}`}
        header={
          <>
            <Handle text={key} href={itemHref(handle)} />
            {flag !== undefined && <FlagRung rung={flag.rung} />}
          </>
        }
        actions={flag !== undefined && <FlagMenu context={contextOf(flag)} />}
        onClose={onClose}
        takeFocus={!isPeeked(handle)}
      >
        {flag === undefined ? <FlagMissing opened={opened} /> : <FlagContent flag={flag} opened={opened} />}
      </Panel>
      <FlagDialogs acts={opened.acts} />
    </>
  );
}

export function FlagMenu({ context }: { readonly context: FlagContext }) {
  return (
    <Menu
      label="More"
      icon={<Ellipsis size={16} />}
      iconOnly
      variant="plain"
      size="small"
      align="end"
      entries={() => menuEntriesOf(actsOf(flagCommands, context))}
    />
  );
}

/** Why there is no flag yet, or none at all. */
export function FlagMissing({ opened }: { readonly opened: OpenedFlag }) {
  if (opened.refusal !== null) return <ErrorNotice problem={opened.refusal} />;
  return (
    <Skeleton label="Loading the flag">
      <SkeletonRows count={4} />
    </Skeleton>
  );
}
