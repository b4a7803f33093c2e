/** What the server does by itself: all that follows the feed and all that comes round. */
import type { Logger } from 'pino';
import { removeUnusedFiles } from './attachment/received-files.ts';
import type { FeedHub } from './changes/feed.ts';
import type { Settings } from './config.ts';
import type { FileStore } from './files/file-store.ts';
import { forgetOldKeys } from './idempotency.ts';
import { callAsSystem } from './jobs/call-as-system.ts';
import { followFeed } from './jobs/follow-feed.ts';
import { startRegularly } from './jobs/regularly.ts';
import { sendMail } from './jobs/send-mail.ts';
import type { Road } from './run-operation.ts';
import { learnWords } from './search/known-words.ts';

const hourMs = 60 * 60 * 1000;
/** Soon enough for what was set to a minute. */
const oftenMs = 10_000;
/** Mail waits for minutes anyway. */
const mailMs = 30_000;

export interface JobParts {
  readonly road: Road;
  readonly hub: FeedHub;
  readonly store: FileStore;
  readonly workspaceId: string;
  readonly mail: Settings['mail'];
  /** Where people reach the server. */
  readonly url: string;
  readonly log: Logger;
}

/** Answers what stops them: it begins nothing more, and waits for what runs. */
export function startJobs({ road, hub, store, workspaceId, mail, url, log }: JobParts): () => Promise<void> {
  const { db } = road.database;
  const following = followFeed(
    hub,
    {
      name: 'telling people what concerns them',
      workspaceId,
      readOn: async () => {
        const { memberIds, hasMore } = await callAsSystem(road, workspaceId, 'notice.tell', {});
        for (const memberId of memberIds) hub.tell(memberId);
        return { hasMore };
      },
    },
    log,
  );
  const hourly = startRegularly(
    [
      { name: 'forgetting old notices', run: async () => void (await callAsSystem(road, workspaceId, 'notice.forget', {})) },
      { name: 'forgetting old idempotency keys', run: async () => await forgetOldKeys(db, road.clock()) },
      { name: 'removing unused files', run: async () => await removeUnusedFiles(db, store, road.clock()) },
      { name: 'removing half-received files', run: async () => await store.sweepUnfinished(Date.now()) },
    ],
    hourMs,
    log,
  );
  const often = startRegularly(
    [
      {
        name: 'taking the steps of climbs by schedule',
        run: async () => void (await callAsSystem(road, workspaceId, 'ladder.takeDueSteps', {})),
      },
      {
        name: 'handing back what nobody touched',
        run: async () => void (await callAsSystem(road, workspaceId, 'backlog.handBack', {})),
      },
      {
        name: 'answering those whose ideas were refused',
        run: async () => void (await callAsSystem(road, workspaceId, 'review.answer', {})),
      },
      {
        name: 'looking after flags that were made permanent',
        run: async () => void (await callAsSystem(road, workspaceId, 'flag.settleCleanUps', {})),
      },
      { name: 'learning the words of new texts', run: async () => await learnWords(db, workspaceId) },
    ],
    oftenMs,
    log,
  );
  const mails =
    mail === undefined ? [] : [async () => await sendMail({ road, workspaceId, settings: mail, origin: () => url, log })];
  const mailing = startRegularly(
    mails.map((run) => ({ name: 'sending mail', run })),
    mailMs,
    log,
  );
  return async () => {
    await Promise.all([hourly, often, mailing, following].map(async (job) => await job.stop()));
  };
}
