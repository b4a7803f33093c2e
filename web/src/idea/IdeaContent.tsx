// All there is about an idea, in a panel or on a page: its words, what speaks for it, what became of it, what happened.
import type { EntityOf } from '@shortlist/domain/entities.ts';
import { useRef } from 'react';
import { Activity } from '../app/Activity.tsx';
import { AttachmentList } from '../attachment/AttachmentList.tsx';
import { EditableLine } from '../app/EditableLine.tsx';
import { act } from '../app/notify.ts';
import { useNoteUse } from '../app/recent-uses.ts';
import { useMay } from '../app/use-may.ts';
import { CommentList } from '../comment/CommentList.tsx';
import { LabelFact } from '../label/LabelFact.tsx';
import type { Label } from '../label/use-labels.ts';
import { FieldPresence } from '../presence/FieldPresence.tsx';
import { useRoom } from '../presence/use-room.ts';
import { actNamed } from '../ui/command.ts';
import { AnswerNote } from '../review/AnswerNote.tsx';
import { EvidenceList } from './EvidenceList.tsx';
import { ideaCommands, type IdeaActs } from './idea-commands.ts';
import styles from './IdeaContent.module.css';
import { IdeaDecision } from './IdeaDecision.tsx';
import { FormerItem } from './FormerItem.tsx';
import { IdeaFacts } from './IdeaFacts.tsx';

export interface IdeaContentProps {
  readonly idea: EntityOf<'idea'>;
  /** As the server answers them where the store does not hold the idea. */
  readonly labels?: readonly Label[] | undefined;
  readonly acts: IdeaActs;
}

export function IdeaContent({ idea, labels, acts }: IdeaContentProps) {
  const mayEdit = useMay('capture') && idea.decision === null;
  const mayRead = useMay('read');
  useNoteUse(idea.id);
  const content = useRef<HTMLDivElement>(null);
  useRoom(idea.id, content);
  const edit = (changed: { readonly problem?: string; readonly context?: string | null }) =>
    act('idea.edit', { ideaId: idea.id, ...changed });
  return (
    <div ref={content} className={styles.content}>
      {idea.decision !== null && (
        <IdeaDecision decision={idea.decision}>
          {mayRead && <AnswerNote idea={idea} reword={actNamed(ideaCommands, 'idea.reword', { acts, ideas: [idea] })} />}
        </IdeaDecision>
      )}
      {idea.decision === null && idea.itemId != null && <FormerItem itemId={idea.itemId} />}
      <div className={styles.words}>
        {mayEdit ? (
          <>
            <div data-field="problem">
              <EditableLine
                label="Problem"
                look="title"
                value={idea.problem}
                required="An idea needs its problem line."
                onSave={(problem) => edit({ problem })}
              />
              <FieldPresence field="problem" />
            </div>
            <div data-field="context">
              <EditableLine
                label="Context"
                hideLabel
                value={idea.context ?? ''}
                placeholder="Context: who, when, how often"
                onSave={(context) => edit({ context: context === '' ? null : context })}
              />
              <FieldPresence field="context" />
            </div>
          </>
        ) : (
          <>
            <h2 className={styles.problem}>{idea.problem}</h2>
            {idea.context !== null && idea.context !== '' && <p>{idea.context}</p>}
          </>
        )}
      </div>
      <IdeaFacts idea={idea} />
      {mayRead && (
        <LabelFact subjectId={idea.id} fetched={labels} act={actNamed(ideaCommands, 'idea.labels', { acts, ideas: [idea] })} />
      )}
      <EvidenceList subjectId={idea.id} />
      <AttachmentList subjectId={idea.id} />
      {mayRead && <CommentList subjectId={idea.id} />}
      {mayRead && <Activity subjectId={idea.id} />}
    </div>
  );
}
