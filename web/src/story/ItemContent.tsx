// All there is about a story or a task, in a panel or on a page.
import { stageOf } from '@shortlist/domain/backlog/counted.ts';
import { lazy, Suspense, useRef } from 'react';
import { Activity } from '../app/Activity.tsx';
import { EditableLine } from '../app/EditableLine.tsx';
import { act } from '../app/notify.ts';
import { useNoteUse } from '../app/recent-uses.ts';
import { AttachmentList } from '../attachment/AttachmentList.tsx';
import type { ItemActs } from '../backlog/use-item-acts.ts';
import { CommentList } from '../comment/CommentList.tsx';
import { EvidenceList } from '../idea/EvidenceList.tsx';
import { FieldPresence } from '../presence/FieldPresence.tsx';
import { useRoom } from '../presence/use-room.ts';
import { CriteriaList } from './CriteriaList.tsx';
import { EndNote } from './EndNote.tsx';
import { FromIdea } from './FromIdea.tsx';
import { GuidedSentence } from './GuidedSentence.tsx';
import { isStory, type Item } from './item.ts';
import styles from './ItemContent.module.css';
import { ItemFacts } from './ItemFacts.tsx';
import { LongText } from './LongText.tsx';
import { OpenQuestions } from './OpenQuestions.tsx';
import { OutcomeField } from './OutcomeField.tsx';
import { ReadinessNote } from './Readiness.tsx';
import { TaskWhy } from './TaskWhy.tsx';
import { useFieldKeys } from './use-field-keys.ts';
import type { KnownWork } from './use-work.ts';

const ItemLinks = lazy(async () => ({ default: (await import('../link/ItemLinks.tsx')).ItemLinks }));
const StoryRelease = lazy(async () => ({ default: (await import('../flag/StoryRelease.tsx')).StoryRelease }));
const FindingList = lazy(async () => ({ default: (await import('./FindingList.tsx')).FindingList }));
const StoryCheck = lazy(async () => ({ default: (await import('../check/StoryCheck.tsx')).StoryCheck }));

export interface ItemContentProps {
  readonly opened: KnownWork;
  readonly acts: ItemActs;
}

export function ItemContent({ opened, acts }: ItemContentProps) {
  const { work, criteria, questions, findings, labels } = opened;
  const { item, placement } = work;
  const stage = stageOf(placement, acts.team);
  const mayEdit = acts.mayShape;
  const content = useRef<HTMLDivElement>(null);
  useNoteUse(item.id);
  useRoom(item.id, content);
  useFieldKeys(work, acts, content);
  return (
    <div ref={content} className={styles.content}>
      {mayEdit ? (
        <div data-field="title">
          <EditableLine
            label="Title"
            look="title"
            value={item.title}
            maxLength={isStory(item) ? 200 : 500}
            required={isStory(item) ? 'A story needs a title.' : 'A task needs a title.'}
            onSave={(title) => editTitle(item, title)}
          />
          <FieldPresence field="title" />
        </div>
      ) : (
        <h2 className={styles.title}>{item.title}</h2>
      )}
      {stage === 'refinement' && <ReadinessNote work={work} acts={acts} />}
      <EndNote work={work} />
      {isStory(item) ? <GuidedSentence story={item} mayEdit={mayEdit} /> : <TaskWhy task={item} mayEdit={mayEdit} />}
      {isStory(item) && isOpen(stage) && (
        <Suspense>
          <StoryCheck key={item.id} story={item} criteria={criteria} mayEdit={mayEdit} within={content} />
        </Suspense>
      )}
      <ItemFacts work={work} labels={labels} acts={acts} />
      {isStory(item) && (
        <>
          <LongText
            storyId={item.id}
            field="problem"
            heading="Problem"
            belongsHere="What is in the way, for whom, and what they do today."
            mayEdit={mayEdit}
          />
          <OutcomeField story={item} mayEdit={mayEdit} />
          <CriteriaList story={item} criteria={criteria} mayEdit={mayEdit} />
          <Suspense>
            <FindingList findings={findings} mayEdit={mayEdit} />
          </Suspense>
          <OpenQuestions story={item} questions={questions} mayEdit={mayEdit} />
          <LongText
            storyId={item.id}
            field="outOfScope"
            heading="Out of scope"
            belongsHere="What this story leaves as it is, so that nobody waits for it."
            mayEdit={mayEdit}
          />
          <LongText
            storyId={item.id}
            field="approach"
            heading="Approach"
            belongsHere="The engineers’ own: decisions taken, options rejected, and why."
            mayEdit={mayEdit}
          />
          {stage !== 'wont_do' && (
            <Suspense>
              <StoryRelease storyId={item.id} />
            </Suspense>
          )}
        </>
      )}
      <Suspense>
        <ItemLinks work={work} acts={acts} />
      </Suspense>
      <EvidenceList subjectId={item.id} hasKey />
      <AttachmentList subjectId={item.id} />
      {item.ideaId !== null && <FromIdea ideaId={item.ideaId} />}
      <CommentList subjectId={item.id} hasKey />
      <Activity subjectId={item.id} />
    </div>
  );
}

/** What is done or given up is not argued with any more. */
function isOpen(stage: ReturnType<typeof stageOf>): boolean {
  return stage === 'refinement' || stage === 'todo' || stage === 'in_progress';
}

function editTitle(item: Item, title: string): void {
  void (isStory(item) ? act('story.edit', { itemId: item.id, title }) : act('task.edit', { itemId: item.id, title }));
}
