// What each command will change, told at once by the decision that the server will run too. A command without an entry
// is shown when the server has answered.
import { guessCommit, guessDrop, guessMove, guessReopen, guessReturn } from './guess-backlog.ts';
import {
  guessCommentAdd,
  guessCommentEdit,
  guessCommentReact,
  guessCommentRemove,
  guessCommentResolve,
} from './guess-comment.ts';
import { guessCollaborators } from './guess-collaborators.ts';
import { guessDismiss, guessRestore, guessTermAdd, guessTermRemove } from './guess-check.ts';
import {
  guessCriterionAdd,
  guessCriterionEdit,
  guessCriterionMove,
  guessCriterionRemove,
  guessCriterionVerify,
} from './guess-criterion.ts';
import { guessCapture, guessIdeaEdit } from './guess-idea.ts';
import { guessLinkAdd, guessLinkRemove } from './guess-link.ts';
import { guessPersonaAdd, guessPersonaArchive, guessPersonaEdit, guessPersonaMerge } from './guess-persona.ts';
import { guessLabelCreate, guessLabelEdit, guessLabelMerge, guessLabelRemove, guessLabelSet } from './guess-label.ts';
import { guessClose, guessDecide, guessDrive, guessReword, guessShow, guessStart, guessUndo } from './guess-review.ts';
import { guessQuestionAnswer, guessQuestionAsk, guessQuestionEdit, guessQuestionRemove } from './guess-question.ts';
import { guessFindingAdd, guessFindingEdit, guessFindingRemove, guessFindingSettle } from './guess-finding.ts';
import { guessSplit } from './guess-split.ts';
import { guessStoryEdit, guessStoryRead, guessTaskEdit } from './guess-story.ts';
import { guessTextEdit } from './guess-text.ts';
import { guessFeature, guessMemberEdit, guessTeamEdit } from './guess-workspace.ts';
import type { Guesses } from './command-guess.ts';

export const guesses: Guesses = {
  'idea.capture': guessCapture,
  'idea.edit': guessIdeaEdit,
  'review.start': guessStart,
  'review.decide': guessDecide,
  'review.undo': guessUndo,
  'review.show': guessShow,
  'review.drive': guessDrive,
  'review.close': guessClose,
  'review.reword': guessReword,
  'link.add': guessLinkAdd,
  'link.remove': guessLinkRemove,
  'persona.add': guessPersonaAdd,
  'persona.edit': guessPersonaEdit,
  'persona.merge': guessPersonaMerge,
  'persona.archive': guessPersonaArchive,
  'story.edit': guessStoryEdit,
  'story.split': guessSplit,
  'story.read': guessStoryRead,
  'task.edit': guessTaskEdit,
  'collaborator.set': guessCollaborators,
  'finding.add': guessFindingAdd,
  'finding.edit': guessFindingEdit,
  'finding.settle': guessFindingSettle,
  'finding.remove': guessFindingRemove,
  'criterion.add': guessCriterionAdd,
  'criterion.edit': guessCriterionEdit,
  'criterion.move': guessCriterionMove,
  'criterion.remove': guessCriterionRemove,
  'check.dismiss': guessDismiss,
  'check.restore': guessRestore,
  'label.create': guessLabelCreate,
  'label.edit': guessLabelEdit,
  'label.merge': guessLabelMerge,
  'label.remove': guessLabelRemove,
  'label.set': guessLabelSet,
  'term.add': guessTermAdd,
  'term.remove': guessTermRemove,
  'criterion.verify': guessCriterionVerify,
  'question.ask': guessQuestionAsk,
  'question.edit': guessQuestionEdit,
  'question.answer': guessQuestionAnswer,
  'question.remove': guessQuestionRemove,
  'comment.add': guessCommentAdd,
  'comment.edit': guessCommentEdit,
  'comment.remove': guessCommentRemove,
  'comment.resolve': guessCommentResolve,
  'comment.react': guessCommentReact,
  'text.edit': guessTextEdit,
  'backlog.commit': guessCommit,
  'backlog.move': guessMove,
  'backlog.return': guessReturn,
  'backlog.drop': guessDrop,
  'backlog.reopen': guessReopen,
  'workspace.setFeature': guessFeature,
  'member.edit': guessMemberEdit,
  'team.edit': guessTeamEdit,
};
