/** THE list of handlers: one for each operation, checked by the compiler. */
import { attachmentHandlers } from './attachment/attachment-handlers.ts';
import { backlogHandlers } from './backlog/backlog-handlers.ts';
import { checkHandlers } from './check/check-handlers.ts';
import { changeHandlers } from './change/change-handlers.ts';
import { environmentHandlers } from './environment/environment-handlers.ts';
import { flagImportHandlers } from './flag-import/flag-import-handlers.ts';
import { exportHandlers } from './export/export-handlers.ts';
import { flagHandlers } from './flag/flag-handlers.ts';
import { commentHandlers } from './comment/comment-handlers.ts';
import type { Handlers } from './handler.ts';
import { ideaHandlers } from './idea/idea-handlers.ts';
import { importHandlers } from './import/import-handlers.ts';
import { labelHandlers } from './label/label-handlers.ts';
import { noFlagHandlers } from './ladder/no-flag-handlers.ts';
import { ladderHandlers } from './ladder/ladder-handlers.ts';
import { removalHandlers } from './removal/removal-handlers.ts';
import { linkHandlers } from './link/link-handlers.ts';
import { personaHandlers } from './persona/persona-handlers.ts';
import { followingHandlers } from './notice/following-handlers.ts';
import { mailHandlers } from './mail/mail-handlers.ts';
import { settingsHandlers } from './notice/settings-handlers.ts';
import { noticeHandlers } from './notice/notice-handlers.ts';
import { reviewHandlers } from './review/review-handlers.ts';
import { collaboratorHandlers } from './story/collaborator-handlers.ts';
import { criterionHandlers } from './story/criterion-handlers.ts';
import { segmentHandlers } from './segment/segment-handlers.ts';
import { searchHandlers } from './search/search-handlers.ts';
import { findingHandlers } from './story/finding-handlers.ts';
import { questionHandlers } from './story/question-handlers.ts';
import { splitHandlers } from './story/split-handlers.ts';
import { storyHandlers } from './story/story-handlers.ts';
import { textHandlers } from './text/text-handlers.ts';
import { tryingHandlers } from './trying/trying-handlers.ts';
import { viewHandlers } from './view/view-handlers.ts';
import { teamHandlers } from './workspace/team-handlers.ts';
import { workspaceHandlers } from './workspace/workspace-handlers.ts';

export const handlers: Handlers = {
  ...workspaceHandlers,
  ...teamHandlers,
  ...ideaHandlers,
  ...attachmentHandlers,
  ...commentHandlers,
  ...reviewHandlers,
  ...storyHandlers,
  ...splitHandlers,
  ...collaboratorHandlers,
  ...linkHandlers,
  ...personaHandlers,
  ...checkHandlers,
  ...criterionHandlers,
  ...questionHandlers,
  ...findingHandlers,
  ...textHandlers,
  ...backlogHandlers,
  ...importHandlers,
  ...environmentHandlers,
  ...segmentHandlers,
  ...flagHandlers,
  ...tryingHandlers,
  ...labelHandlers,
  ...flagImportHandlers,
  ...ladderHandlers,
  ...noFlagHandlers,
  ...removalHandlers,
  ...noticeHandlers,
  ...followingHandlers,
  ...settingsHandlers,
  ...mailHandlers,
  ...searchHandlers,
  ...exportHandlers,
  ...viewHandlers,
  ...changeHandlers,
};
