/** THE list of operations. Routes, OpenAPI, types of the SDK, the command line and the app's `send` all come from it. */
import type { z } from 'zod';
import * as attachment from './attachment/attachment-operations.ts';
import * as backlog from './backlog/backlog-operations.ts';
import * as check from './check/check-operations.ts';
import * as comment from './comment/comment-operations.ts';
import * as change from './change/change-operations.ts';
import * as environment from './environment/environment-operations.ts';
import * as everything from './export/export-operations.ts';
import * as feature from './feature/feature-operations.ts';
import * as flagImport from './flag-import/flag-import-operations.ts';
import * as flag from './flag/flag-operations.ts';
import * as idea from './idea/idea-operations.ts';
import * as imports from './import/import-operations.ts';
import * as label from './label/label-operations.ts';
import * as noFlag from './ladder/no-flag-operations.ts';
import * as ladder from './ladder/ladder-operations.ts';
import * as removal from './removal/removal-operations.ts';
import * as link from './link/link-operations.ts';
import * as persona from './persona/persona-operations.ts';
import * as mail from './mail/mail-operations.ts';
import * as notice from './notice/notice-operations.ts';
import * as review from './review/review-operations.ts';
import * as collaborator from './story/collaborator-operations.ts';
import * as criterion from './story/criterion-operations.ts';
import * as segment from './segment/segment-operations.ts';
import * as search from './search/search-operations.ts';
import * as finding from './story/finding-operations.ts';
import * as question from './story/question-operations.ts';
import * as story from './story/story-operations.ts';
import * as text from './text/text-operations.ts';
import * as trying from './trying/trying-operations.ts';
import * as view from './view/view-operations.ts';
import * as workspace from './workspace/workspace-operations.ts';

const declared = [
  workspace.setUpWorkspace,
  workspace.editWorkspace,
  feature.setFeature,
  workspace.startSession,
  workspace.endSession,
  workspace.currentSession,
  workspace.inviteMember,
  workspace.listInvitations,
  workspace.revokeInvitation,
  workspace.joinWorkspace,
  workspace.editMember,
  workspace.removeMember,
  workspace.createToken,
  workspace.listTokens,
  workspace.revokeToken,
  workspace.createTeam,
  workspace.editTeam,
  workspace.listTeams,
  workspace.listMembers,
  idea.captureIdea,
  idea.editIdea,
  idea.listIdeas,
  idea.getIdea,
  idea.addEvidence,
  idea.removeEvidence,
  idea.listEvidence,
  attachment.addAttachment,
  attachment.removeAttachment,
  attachment.listAttachments,
  comment.addComment,
  comment.editComment,
  comment.removeComment,
  comment.resolveComment,
  comment.reactToComment,
  comment.listComments,
  idea.listEvidenced,
  review.startReview,
  review.decideInReview,
  review.undoInReview,
  review.showInReview,
  review.driveReview,
  review.closeReview,
  review.rewordAnswer,
  review.sendAnswers,
  review.getReview,
  review.listReviews,
  story.editStory,
  story.splitStory,
  story.readStory,
  story.getStory,
  story.createTask,
  story.editTask,
  story.getTask,
  story.listItems,
  collaborator.setCollaborators,
  persona.listPersonas,
  persona.listPersonaStories,
  persona.addPersona,
  persona.editPersona,
  persona.mergePersona,
  persona.archivePersona,
  check.checkStory,
  check.dismissFinding,
  check.restoreFinding,
  check.addTerm,
  check.removeTerm,
  check.listTerms,
  criterion.addCriterion,
  criterion.editCriterion,
  criterion.moveCriterion,
  criterion.removeCriterion,
  criterion.verifyCriterion,
  question.askQuestion,
  question.editQuestion,
  question.answerQuestion,
  question.removeQuestion,
  finding.addFinding,
  finding.editFinding,
  finding.settleFinding,
  finding.removeFinding,
  link.addLink,
  link.removeLink,
  link.listLinks,
  link.listMentions,
  text.editText,
  text.getText,
  backlog.listBacklog,
  backlog.readWindow,
  backlog.markBacklog,
  backlog.commitItem,
  backlog.moveItem,
  backlog.returnItem,
  backlog.parkItem,
  backlog.handBack,
  backlog.dropItem,
  backlog.reopenItem,
  imports.previewImport,
  imports.startImport,
  imports.addToImport,
  imports.finishImport,
  imports.undoImport,
  imports.listImports,
  environment.listEnvironments,
  environment.createEnvironment,
  environment.editEnvironment,
  environment.createEnvironmentKey,
  environment.listEnvironmentKeys,
  environment.revokeEnvironmentKey,
  segment.listSegments,
  segment.createSegment,
  segment.editSegment,
  segment.removeSegment,
  flag.createFlag,
  flag.editFlag,
  flag.linkFlag,
  flag.unlinkFlag,
  flag.setFlagRules,
  flag.killFlag,
  flag.excludeFromFlag,
  flag.copyFlag,
  flag.revertFlag,
  flag.archiveFlag,
  flag.listFlags,
  flag.getFlag,
  flag.listAskedFlags,
  flag.countFlag,
  flag.explainFlag,
  trying.tryFlag,
  trying.openTryLink,
  trying.turnTryOn,
  trying.turnTryOff,
  trying.listTryLinks,
  trying.revokeTryLink,
  flagImport.previewFlagImport,
  flagImport.importFlagFile,
  flagImport.exportFlags,
  removal.reportScan,
  removal.listFlagKeys,
  removal.planCleanUp,
  removal.settleCleanUps,
  removal.listCleanUps,
  label.createLabel,
  label.editLabel,
  label.mergeLabel,
  label.removeLabel,
  label.setLabels,
  label.listLabels,
  ladder.climbLadder,
  ladder.stepDownLadder,
  notice.tellNotices,
  notice.forgetNotices,
  notice.listNotices,
  notice.countNotices,
  notice.readNotices,
  notice.setFollowing,
  notice.getFollowing,
  noFlag.goWithoutFlag,
  noFlag.moveWithoutFlag,
  noFlag.reportDeployed,
  ladder.haltClimb,
  ladder.resumeClimb,
  ladder.takeDueSteps,
  notice.getNoticeSettings,
  notice.setNoticeSettings,
  mail.gatherMail,
  mail.takeMail,
  mail.settleMail,
  mail.unsubscribeMail,
  search.findBySearch,
  search.findSimilar,
  everything.exportEverything,
  view.saveView,
  view.editView,
  view.removeView,
  view.listViews,
  change.readFeed,
  change.listActivity,
  change.undoChange,
] as const;

type Declared = (typeof declared)[number];
export type OperationName = Declared['name'];
export type OperationNamed<Name extends OperationName> = Extract<Declared, { name: Name }>;
export type CommandName = Extract<Declared, { kind: 'command' }>['name'];
export type QueryName = Extract<Declared, { kind: 'query' }>['name'];

/** What a caller sends. */
export type InputOf<Name extends OperationName> = z.input<OperationNamed<Name>['input']>;
/** What a handler gets, defaults filled in. */
export type ParsedInputOf<Name extends OperationName> = z.output<OperationNamed<Name>['input']>;
export type OutputOf<Name extends OperationName> = z.output<OperationNamed<Name>['output']>;

// Object.fromEntries loses the names that the list above has.
export const operations = Object.fromEntries(declared.map((operation) => [operation.name, operation])) as unknown as {
  readonly [Name in OperationName]: OperationNamed<Name>;
};

// Same reason.
export const operationNames = Object.keys(operations) as readonly OperationName[];
