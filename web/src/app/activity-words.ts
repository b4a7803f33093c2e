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
  'labels.set': 'changed the labels',
  'labels.imported': 'imported the labels',
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
  'story.collaborators_set': 'changed who works on it',
  'story.read': 'read it',
  'story.design_read': 'read its design',
  'finding.added': 'noted what was seen',
  'finding.edited': 'changed a finding',
  'finding.settled': 'settled a finding',
  'finding.reopened': 'opened a finding again',
  'finding.removed': 'took a finding away',
  'question.asked': 'asked a question',
  'question.edited': 'changed a question',
  'question.answered': 'answered a question',
  'question.reopened': 'opened a question again',
  'question.removed': 'took a question away',
  'persona.added': 'added the persona',
  'persona.renamed': 'renamed the persona',
  'persona.edited': 'changed the persona',
  'persona.merged': 'merged it into another persona',
  'persona.taken_apart': 'took it apart again',
  'persona.archived': 'put the persona away',
  'persona.brought_back': 'brought the persona back',
  'link.added': 'linked it to another item',
  'link.removed': 'took a link away',
  'story.split_off': 'split it off another story',
  'criterion.moved_on': 'took a criterion along from another story',
  'story.removed': 'removed the story',
  'task.created': 'made the task',
  'task.imported': 'imported the task',
  'task.edited': 'changed the task',
  'task.collaborators_set': 'changed who works on it',
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
  'story.goes_without_flag': 'said that it needs no flag',
  'story.needs_flag': 'said that it needs a flag after all',
  'story.released': 'released it to everyone, without a flag',
  'story.taken_back': 'took it back from everyone',
  'flag.climb_held': 'held its climb',
  'flag.climb_halted': 'halted its climb',
  'flag.climb_resumed': 'let its climb go on',
  'flag.clean_up_planned': 'planned the removal of its flag',
  'flag.asked_again': 'saw its flag asked for after it was permanent',
  'flag.clean_up_late': 'saw the day of its removal pass',
  'flag.cleaned_up': 'saw its flag gone',
  'flag.tried': 'turned it on to try it',
  'flag.no_longer_tried': 'turned off that it is tried',
  'flag.created': 'made the flag',
  'flag.edited': 'changed what the flag is',
  'flag.linked': 'gave it one more story',
  'flag.unlinked': 'let a story go',
  'flag.rules_set': 'changed its rules',
  'flag.killed': 'switched it off',
  'flag.excluded': 'changed whom it is switched off for',
  'flag.copied': 'copied rules from another environment',
  'flag.reverted': 'set it back to an earlier state',
  'flag.archived': 'archived it',
  'flag.restored': 'took it out of the archive',
  'flag.climbed': 'let more people see it',
  'flag.stepped_down': 'let fewer people see it',
  'change.undone': 'undid a change',
};

/** What a change did, to follow the name of who did it; null for what nobody needs to read. */
export function activityWords(change: FeedChange): string | null {
  const field = change.entity === 'text' ? change.value?.['field'] : undefined;
  if (field === 'approach') return 'changed the approach';
  if (field === 'outOfScope') return 'changed what is out of scope';
  return words[change.event] ?? null;
}

export interface NamingWords {
  /** What was done, up to the name of the other. */
  readonly did: string;
  /** The id of what that leads to: an idea, a story or a task. */
  readonly otherId: string;
}

/** What a change did with something else, to be followed by what that is; null where it is about its own subject alone. */
export function namingWords({ event, value }: FeedChange): NamingWords | null {
  switch (event) {
    case 'idea.merged':
      return naming('merged it into', decisionOf(value)['intoId']);
    case 'idea.refined':
      return naming('took it into refinement as', decisionOf(value)['itemId']);
    case 'story.created':
      return naming('made the story from', value?.['ideaId']);
    default:
      return null;
  }
}

function naming(did: string, otherId: unknown): NamingWords | null {
  return typeof otherId === 'string' ? { did, otherId } : null;
}

function decisionOf(value: FeedChange['value']): Partial<Record<string, unknown>> {
  const decision = value?.['decision'];
  return typeof decision === 'object' ? { ...decision } : {};
}
