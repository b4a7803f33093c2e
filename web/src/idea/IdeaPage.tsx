import { PresentPeople } from '../presence/PresentPeople.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { Handle } from '../ui/Handle.tsx';
import { PageHeader } from '../ui/PageHeader.tsx';
import { Skeleton, SkeletonRows } from '../ui/Skeleton.tsx';
import { useCommands } from '../ui/use-commands.ts';
import { ideaCommands } from './idea-commands.ts';
import { IdeaActsBar } from './IdeaActsBar.tsx';
import { IdeaContent } from './IdeaContent.tsx';
import styles from './IdeaPage.module.css';
import { useIdeaActs } from './use-idea-acts.ts';
import { useIdea } from './use-idea.ts';

/** An idea on a page of its own. */
export function IdeaPage({ handle }: { readonly handle: string }) {
  const { idea, labels, refusal } = useIdea(handle);
  const acts = useIdeaActs();
  useCommands(ideaCommands, () => (idea === undefined ? null : { acts, ideas: [idea] }));
  return (
    <>
      <PageHeader
        title={<Handle text={handle} />}
        beside={<PresentPeople />}
        actions={idea !== undefined && <IdeaActsBar idea={idea} acts={acts} />}
      />
      <div className={styles.page}>
        {idea !== undefined && <IdeaContent idea={idea} labels={labels} acts={acts} />}
        {idea === undefined && refusal !== null && <EmptyState sentence={refusal.message} />}
        {idea === undefined && refusal === null && (
          <Skeleton label="Loading the idea">
            <SkeletonRows count={3} />
          </Skeleton>
        )}
      </div>
    </>
  );
}
