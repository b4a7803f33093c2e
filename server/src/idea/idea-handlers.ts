/** Ideas and what speaks for them. */
import type { Evidence } from '@shortlist/domain/evidence/evidence.ts';
import { addEvidence, captureIdea, editIdea, removeEvidence } from '@shortlist/domain/idea/idea-decide.ts';
import type { Idea } from '@shortlist/domain/idea/idea.ts';
import { hasAnswer } from '@shortlist/domain/review/answer-time.ts';
import { refuse } from '@shortlist/domain/refusal.ts';
import { sql, type Kysely } from 'kysely';
import { drawHandle, fieldsOf, lockOne, readOne, readWhere } from '../db/load-entity.ts';
import type { Tables } from '../db/tables.ts';
import type { Handlers } from '../handler.ts';
import { labellingsOn, labelsOn } from '../label/label-queries.ts';
import { pageOf, readCursor } from '../paging.ts';

type IdeaHandlers = Pick<
  Handlers,
  | 'idea.capture'
  | 'idea.edit'
  | 'idea.list'
  | 'idea.get'
  | 'evidence.add'
  | 'evidence.remove'
  | 'evidence.list'
  | 'evidence.subjects'
>;

export const ideaHandlers: IdeaHandlers = {
  'idea.capture': async ({ trx, workspaceId, context }, input) => {
    if (input.forWhom !== undefined && 'personId' in input.forWhom) {
      const id = input.forWhom.personId;
      const known = (await readOne(trx, 'member', workspaceId, id)) ?? (await readOne(trx, 'contact', workspaceId, id));
      if (known === undefined) return refuse('not_found', `There is no person ${id}. Give a name instead.`);
    }
    return captureIdea({ handle: await drawHandle(trx, workspaceId, 'IDEA') }, input, context);
  },

  'idea.edit': async ({ trx, workspaceId, context }, input) => {
    const idea = await lockOne(trx, 'idea', workspaceId, input.ideaId);
    return idea === undefined ? noIdea(input.ideaId) : editIdea({ idea }, input, context);
  },

  'idea.list': async ({ db, workspaceId, context }, input) => {
    const [time, id] = readCursor(input.after, ['time', 'text']) ?? [null, null];
    const own = context.actor.role === 'suggester' ? context.actor.memberId : null;
    const { rows } = await sql<Idea>`
      select ${fieldsOf('idea')} from idea
      where workspace_id = ${workspaceId}
        and (${input.state} = 'all' or ("decidedAt" is null or ${own !== null} and ${isUntold}) = (${input.state} = 'undecided'))
        and (${own}::text is null or "suggesterId" = ${own})
        and (${time}::text is null or ("capturedAt", id) < (${time}::timestamptz, ${id}))
      order by "capturedAt" desc, id desc limit ${input.limit + 1}`.execute(db);
    const page = pageOf(own === null ? rows : rows.map(asTold), input.limit, (last) => [last.capturedAt, last.id]);
    // The words a workspace sorts its work by are not for those who only suggest.
    return { ...page, labellings: own === null ? await labellingsOn(db, workspaceId, page.items) : [] };
  },

  'idea.get': async ({ db, workspaceId, context }, input) => {
    const idea = await readOne(db, 'idea', workspaceId, input.ideaId);
    const { role, memberId } = context.actor;
    if (idea === undefined || (role === 'suggester' && idea.suggesterId !== memberId)) return noIdea(input.ideaId);
    const attachments = await readWhere(db, 'attachment', workspaceId, { subjectId: idea.id }, 'addedAt');
    const labels = role === 'suggester' ? [] : await labelsOn(db, workspaceId, idea.id);
    return {
      idea: role === 'suggester' ? asTold(idea) : idea,
      labels,
      evidence: [...(await evidenceOf(db, workspaceId, idea.id))],
      attachments: [...attachments],
    };
  },

  'evidence.add': async ({ trx, workspaceId, context }, input) => {
    const subject =
      (await readOne(trx, 'idea', workspaceId, input.subjectId)) ??
      (await readOne(trx, 'placement', workspaceId, input.subjectId));
    if (subject === undefined) return refuse('not_found', `There is no idea or work item ${input.subjectId}. Check its handle.`);
    return addEvidence({}, input, context);
  },

  'evidence.remove': async ({ trx, workspaceId }, input) => {
    const evidence = await lockOne(trx, 'evidence', workspaceId, input.evidenceId);
    return evidence === undefined
      ? refuse('not_found', 'There is no such evidence. It may have been removed.')
      : removeEvidence({ evidence });
  },

  'evidence.list': async ({ db, workspaceId }, input) => {
    const [time, id] = readCursor(input.after, ['time', 'text']) ?? [null, null];
    const { rows } = await sql<Evidence>`
      select ${fieldsOf('evidence')} from evidence
      where workspace_id = ${workspaceId} and "subjectId" = ${input.subjectId}
        and (${time}::text is null or ("saidAt", id) > (${time}::timestamptz, ${id}))
      order by "saidAt", id limit ${input.limit + 1}`.execute(db);
    return pageOf(rows, input.limit, (last) => [last.saidAt, last.id]);
  },

  'evidence.subjects': async ({ db, workspaceId }) => {
    const { rows } = await sql<{ subjectId: string }>`
      select "subjectId" from evidence where workspace_id = ${workspaceId}
      group by "subjectId" order by max("saidAt") desc limit 50000`.execute(db);
    return { items: rows.map(({ subjectId }) => subjectId) };
  },
};

const isUntold = sql<boolean>`(decision ->> 'kind' in ('reject', 'merge') and "answeredAt" is null)`;

/** What whoever asked knows of it: a no that did not go out yet may still be taken back. */
function asTold(idea: Idea): Idea {
  return hasAnswer(idea) && idea.answeredAt === null ? { ...idea, decision: null, decidedAt: null } : idea;
}

/** The first thousand pieces of evidence, oldest first; the rest by `evidence.list`. */
export async function evidenceOf(db: Kysely<Tables>, workspaceId: string, subjectId: string): Promise<readonly Evidence[]> {
  const { rows } = await sql<Evidence>`
    select ${fieldsOf('evidence')} from evidence
    where workspace_id = ${workspaceId} and "subjectId" = ${subjectId} order by "saidAt", id limit 1000`.execute(db);
  return rows;
}

export function noIdea(id: string) {
  return refuse('not_found', `There is no idea ${id}. Check its handle.`);
}
