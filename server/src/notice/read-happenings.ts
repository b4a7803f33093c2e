/** Reads on in the feed from the saved position, with all that the notices of what happened depend on. */
import type { Comment } from '@shortlist/domain/comment/comment.ts';
import { doerOf, seenEvents, type Seen } from '@shortlist/domain/notice/happening.ts';
import type { Happening, TellState } from '@shortlist/domain/notice/notice-decide.ts';
import type { Notice } from '@shortlist/domain/notice/notice.ts';
import type { Id } from '@shortlist/domain/ids.ts';
import { sql } from 'kysely';
import { lastSeq } from '../changes/read-changes.ts';
import { fieldsOf, lockOne, readWhere } from '../db/load-entity.ts';
import type { CommandScope } from '../handler.ts';
import { readReadyStories } from './ready-stories.ts';
import { readSubjects } from './read-subjects.ts';

/** Read at a time, so that a position is saved every now and then. */
const readAtOnce = 200;
const follower = 'notices';

interface Row {
  readonly seq: number;
  readonly event: string;
  readonly entity: string;
  readonly subject: string;
  readonly value: Record<string, unknown> | null;
  readonly before: Record<string, unknown> | null;
  readonly at: string;
  readonly by: Id<'person'> | null;
}

/**
 * Locks the position, so that of several server processes one reads on and the others find nothing new. The first time it
 * begins with what comes next: nobody is told of the past.
 */
export async function readHappenings(scope: CommandScope): Promise<TellState & { readonly hasMore: boolean }> {
  const { trx, workspaceId } = scope;
  const saved = await lockOne(trx, 'follower', workspaceId, follower);
  const head = await lastSeq(trx, workspaceId);
  const rows = saved === undefined ? [] : await readRows(scope, saved.seq, head);
  const hasMore = rows.length === readAtOnce;
  const last = rows.at(-1)?.seq ?? head;
  const subjectIds = rows.map(({ subject }) => subject);
  const members = await readWhere(trx, 'member', workspaceId, {}, 'joinedAt');
  const people = members.filter(({ removedAt }) => removedAt === null);
  const subjects = await readSubjects(trx, workspaceId, subjectIds);
  const threads = await readThreads(scope, rows);
  const ready = await readReadyStories(scope, storiesIn(rows));
  return {
    follower: { id: follower, seq: hasMore ? last : head },
    members,
    settings: await readWhere(trx, 'noticeSettings', workspaceId, {}, 'id'),
    followings: await readFollowings(scope, subjectIds),
    ready: ready.changed,
    withdrawn: await readWithdrawn(scope, rows),
    happenings: rows.flatMap((row): Happening[] => {
      const subject = row.entity === 'flag' ? aFlag(row) : subjects.get(row.subject);
      if (subject === undefined) return [];
      const { seq, at } = row;
      const seen = seenOf(row);
      const rootId = answeredIn(row);
      const threadAuthorIds = threads.filter((one) => isInThread(one, rootId)).map(({ authorId }) => authorId);
      const becameReady = ready.becameReady.get(row.subject) === seq;
      return [{ seq, at, byId: doerOf(seen, row.by), subject, seen, becameReady, people, threadAuthorIds }];
    }),
    hasMore,
  };
}

/** Imports tell nobody: what they bring happened elsewhere. */
async function readRows({ trx, workspaceId }: CommandScope, after: number, upTo: number): Promise<readonly Row[]> {
  const { rows } = await sql<Row>`
    select seq, event, entity, subject, value, at, by,
      (select earlier.value from change earlier
        where earlier.workspace_id = change.workspace_id and earlier.id = change.id and earlier.entity = change.entity
          and earlier.seq < change.seq
        order by earlier.seq desc limit 1) as before
    from change
    where workspace_id = ${workspaceId} and seq > ${after} and seq <= ${upTo} and operation not like 'import.%'
      and (event = any(${[...seenEvents]}) or event = 'idea.decision_undone' or entity in ('story', 'criterion', 'question'))
    order by seq limit ${readAtOnce}`.execute(trx);
  return rows;
}

/** What is told of a flag names whom it concerns. */
function aFlag({ subject }: Row): Happening['subject'] {
  return { id: subject, kind: 'flag', personId: null };
}

function seenOf({ event, value, before }: Row): Seen | null {
  if (value === null || !seenEvents.some((one) => one === event)) return null;
  // The log holds values that the schemas let through, each under an event of its entity.
  return { event, value, before } as unknown as Seen;
}

/** The last change of each story that may have made it ready. */
function storiesIn(rows: readonly Row[]): ReadonlyMap<string, number> {
  const shaped = rows.filter(({ entity }) => entity === 'story' || entity === 'criterion' || entity === 'question');
  return new Map(shaped.map(({ subject, seq }) => [subject, seq]));
}

async function readFollowings({ trx, workspaceId }: CommandScope, subjectIds: readonly string[]) {
  const { rows } = await sql<TellState['followings'][number]>`
    select ${fieldsOf('following')} from following
    where workspace_id = ${workspaceId} and "subjectId" = any(${[...new Set(subjectIds)]})`.execute(trx);
  return rows;
}

type InThread = Pick<Comment, 'id' | 'parentId' | 'authorId'>;

/** The comments of the threads that were answered in. */
async function readThreads({ trx, workspaceId }: CommandScope, rows: readonly Row[]): Promise<readonly InThread[]> {
  const roots = rows.map(answeredIn).filter((id) => id !== null);
  if (roots.length === 0) return [];
  const { rows: comments } = await sql<InThread>`
    select id, "parentId", "authorId" from comment
    where workspace_id = ${workspaceId} and (id = any(${roots}) or "parentId" = any(${roots})) and "removedAt" is null`.execute(
    trx,
  );
  return comments;
}

/** The comment that began the thread which a new comment answers in; null where it is no answer. */
function answeredIn({ event, value }: Row): string | null {
  const parentId = event === 'comment.added' ? value?.['parentId'] : null;
  return typeof parentId === 'string' ? parentId : null;
}

function isInThread(comment: InThread, rootId: string | null): boolean {
  return rootId !== null && (comment.id === rootId || comment.parentId === rootId);
}

/** What was told of decisions that were taken back, and nobody read yet. */
async function readWithdrawn({ trx, workspaceId }: CommandScope, rows: readonly Row[]): Promise<readonly Notice[]> {
  const undone = rows.filter(({ event }) => event === 'idea.decision_undone').map(({ subject }) => subject);
  if (undone.length === 0) return [];
  const { rows: notices } = await sql<Notice>`
    select ${fieldsOf('notice')} from notice
    where workspace_id = ${workspaceId} and "subjectId" = any(${undone}) and kind = 'decided' and "readAt" is null
    order by id for update`.execute(trx);
  return notices;
}
