// An idea, opened beside the list.
import { isPeeked, itemHref } from '../app/use-open-item.ts';
import { PresentPeople } from '../presence/PresentPeople.tsx';
import { Badge } from '../ui/Badge.tsx';
import { ErrorNotice } from '../ui/ErrorNotice.tsx';
import { Handle } from '../ui/Handle.tsx';
import { Panel } from '../ui/Panel.tsx';
import { isInList } from '../ui/is-in-list.ts';
import { Skeleton, SkeletonRows } from '../ui/Skeleton.tsx';
import { useCommands } from '../ui/use-commands.ts';
import { ideaCommands } from './idea-commands.ts';
import { IdeaActsBar } from './IdeaActsBar.tsx';
import { IdeaContent } from './IdeaContent.tsx';
import { useIdeaActs } from './use-idea-acts.ts';
import { useIdea } from './use-idea.ts';

export interface IdeaPanelProps {
  readonly handle: string;
  readonly onClose: () => void;
}

export function IdeaPanel({ handle, onClose }: IdeaPanelProps) {
  const { idea, labels, refusal } = useIdea(handle);
  const acts = useIdeaActs();
  useCommands(ideaCommands, () => (idea === undefined || isInList() ? null : { acts, ideas: [idea] }));
  return (
    <Panel
      label={idea === undefined ? handle : `${handle}: ${idea.problem}`}
      header={
        <>
          <Handle text={handle} href={itemHref(handle)} />
          {idea !== undefined && idea.keptCount > 0 && <Badge>Kept {idea.keptCount} of 3</Badge>}
          <PresentPeople />
        </>
      }
      actions={idea !== undefined && <IdeaActsBar idea={idea} acts={acts} />}
      onClose={onClose}
      takeFocus={!isPeeked(handle)}
    >
      {idea !== undefined && <IdeaContent idea={idea} labels={labels} acts={acts} />}
      {idea === undefined && refusal !== null && <ErrorNotice problem={refusal.message} />}
      {idea === undefined && refusal === null && (
        <Skeleton label="Loading the idea">
          <SkeletonRows count={2} />
        </Skeleton>
      )}
    </Panel>
  );
}
