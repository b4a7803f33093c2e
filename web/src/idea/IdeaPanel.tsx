// An idea, opened beside the list: its words, what speaks for it, what became of it and what happened.
import type { EntityOf } from '@shortlist/domain/entities.ts';
import { Activity } from '../app/Activity.tsx';
import { EditableLine } from '../app/EditableLine.tsx';
import { act } from '../app/notify.ts';
import { useMay } from '../app/use-may.ts';
import { useQuery } from '../sync/use-query.ts';
import { useBy } from '../sync/use-store.ts';
import { Badge } from '../ui/Badge.tsx';
import { ErrorNotice } from '../ui/ErrorNotice.tsx';
import { Handle } from '../ui/Handle.tsx';
import { Panel } from '../ui/Panel.tsx';
import { Skeleton, SkeletonRows } from '../ui/Skeleton.tsx';
import { DecideNow } from './DecideNow.tsx';
import { EvidenceList } from './EvidenceList.tsx';
import { IdeaDecision } from './IdeaDecision.tsx';
import { IdeaFacts } from './IdeaFacts.tsx';
import styles from './IdeaPanel.module.css';
import { itemHref } from '../app/use-open-item.ts';

type Idea = EntityOf<'idea'>;

export interface IdeaPanelProps {
  readonly handle: string;
  readonly onClose: () => void;
}

export function IdeaPanel({ handle, onClose }: IdeaPanelProps) {
  const { idea, refusal } = useIdea(handle);
  return (
    <Panel
      label={idea === undefined ? handle : `${handle}: ${idea.problem}`}
      header={
        <>
          <Handle text={handle} href={itemHref(handle)} />
          {idea !== undefined && idea.keptCount > 0 && <Badge>Kept {idea.keptCount} of 3</Badge>}
        </>
      }
      actions={idea?.decision === null && <DecideNow idea={idea} />}
      onClose={onClose}
    >
      {idea === undefined ? <Missing message={refusal?.message} /> : <IdeaContent idea={idea} />}
    </Panel>
  );
}

/** All there is about an idea, in a panel or on a page. */
export function IdeaContent({ idea }: { readonly idea: Idea }) {
  const mayEdit = useMay('capture') && idea.decision === null;
  const mayRead = useMay('read');
  const edit = (changed: { readonly problem?: string; readonly context?: string | null }) =>
    void act('idea.edit', { ideaId: idea.id, ...changed });
  return (
    <div className={styles.content}>
      {idea.decision !== null && <IdeaDecision idea={idea} decision={idea.decision} />}
      <div className={styles.words}>
        {mayEdit ? (
          <>
            <EditableLine
              label="Problem"
              look="title"
              value={idea.problem}
              required="An idea needs its problem line."
              onSave={(problem) => edit({ problem })}
            />
            <EditableLine
              label="Context"
              hideLabel
              value={idea.context ?? ''}
              placeholder="Context: who, when, how often"
              onSave={(context) => edit({ context: context === '' ? null : context })}
            />
          </>
        ) : (
          <>
            <h2 className={styles.problem}>{idea.problem}</h2>
            {idea.context !== null && idea.context !== '' && <p>{idea.context}</p>}
          </>
        )}
      </div>
      <IdeaFacts idea={idea} />
      <EvidenceList subjectId={idea.id} />
      {mayRead && <Activity subjectId={idea.id} />}
    </div>
  );
}

/** The idea of the store, or, for one decided long ago and for suggesters, as the server answers it. */
export function useIdea(handle: string) {
  const live = useBy('idea', 'handle', handle)[0];
  const asked = useQuery('idea.get', live === undefined ? { ideaId: handle } : null);
  return { idea: live ?? asked.value?.idea, refusal: live === undefined ? asked.refusal : null };
}

function Missing({ message }: { readonly message: string | undefined }) {
  if (message !== undefined) return <ErrorNotice problem={message} />;
  return (
    <Skeleton label="Loading the idea">
      <SkeletonRows count={2} />
    </Skeleton>
  );
}
