// What happened, in words. A change that only carries another (a number drawn, a place given) is left out of the list.
import type { FeedChange } from '@shortlist/domain/change/change-operations.ts';

const words: Readonly<Record<string, string>> = {
  'idea.captured': 'captured it',
  'idea.imported': 'imported it',
  'idea.import_updated': 'updated it from the import',
  'idea.finished_elsewhere': 'saw it finished in the tracker it came from',
  'idea.edited': 'changed the words',
  'idea.refined': 'took it into refinement',
  'idea.rejected': 'rejected it',
  'idea.merged': 'merged it into another idea',
  'idea.kept': 'kept it for another review',
  'idea.decision_undone': 'took the decision back',
  'comment.added': 'said something',
  'comment.edited': 'reworded a comment',
  'comment.removed': 'took a comment away',
  'comment.resolved': 'settled a thread',
  'comment.reopened': 'opened a thread again',
  'comment.reacted': 'reacted to a comment',
  'attachment.added': 'attached a file',
  'attachment.removed': 'removed a file',
  'evidence.added': 'added evidence',
  'evidence.imported': 'imported evidence',
  'evidence.removed': 'removed evidence',
  'story.created': 'made the story',
  'story.edited': 'changed the story',
  'story.read': 'read it',
  'story.design_read': 'read its design',
  'question.asked': 'asked a question',
  'question.edited': 'changed a question',
  'question.answered': 'answered a question',
  'question.reopened': 'opened a question again',
  'question.removed': 'took a question away',
  'story.removed': 'removed the story',
  'task.created': 'made the task',
  'task.imported': 'imported the task',
  'task.edited': 'changed the task',
  'task.import_updated': 'updated the task from the import',
  'task.removed': 'removed the task',
  'criterion.added': 'added a criterion',
  'criterion.edited': 'changed a criterion',
  'criterion.moved': 'moved a criterion',
  'criterion.removed': 'removed a criterion',
  'check.dismissed': 'set a remark of the check aside',
  'check.restored': 'took a dismissal back',
  'criterion.passed': 'saw a criterion pass',
  'criterion.failed': 'saw a criterion fail',
  'criterion.verdict_taken_back': 'took a verdict back',
  'text.edited': 'changed the problem text',
  'text.written': 'wrote the problem text',
  'item.committed': 'committed it',
  'item.moved': 'moved it',
  'item.returned': 'sent it back to refinement',
  'item.dropped': 'gave it up',
  'item.reopened': 'took it up again',
  'item.finished_elsewhere': 'saw it finished in the tracker it came from',
  'change.undone': 'undid a change',
};

/** What a change did, to follow the name of who did it; null for what nobody needs to read. */
export function activityWords(change: FeedChange): string | null {
  const field = change.entity === 'text' ? change.value?.['field'] : undefined;
  if (field === 'approach') return 'changed the approach';
  if (field === 'outOfScope') return 'changed what is out of scope';
  return words[change.event] ?? null;
}
