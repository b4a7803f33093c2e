/** Everything as a file: the typed query is read as the app reads it, and asked of all there is, as of one moment. */
import { everythingColumns, everythingCsv } from '@shortlist/domain/export/everything-columns.ts';
import { exportedMost } from '@shortlist/domain/export/export-limits.ts';
import { startOfDayIn } from '@shortlist/domain/forecast/zone-days.ts';
import type { OutputOf, ParsedInputOf } from '@shortlist/domain/operations.ts';
import { compileQuery, factsAsked, type CompiledQuery, type QueryProblem } from '@shortlist/domain/query/query-compile.ts';
import { compareBy, youngestFirst } from '@shortlist/domain/query/query-sort.ts';
import type { QueryContext, QuerySubject } from '@shortlist/domain/query/query-subject.ts';
import { refuse, type Refusal } from '@shortlist/domain/refusal.ts';
import type { Team } from '@shortlist/domain/workspace/team.ts';
import { sql, type Kysely } from 'kysely';
import { itemMarks } from '../backlog/item-marks.ts';
import { readWhere } from '../db/load-entity.ts';
import { asOfOneMoment } from '../db/one-moment.ts';
import type { Tables } from '../db/tables.ts';
import type { Handlers, QueryScope } from '../handler.ts';
import { isTimeZone } from '../workspace/time-zone.ts';
import { everySubject, type Surroundings } from './everything-subjects.ts';

export const exportHandlers: Pick<Handlers, 'everything.export'> = {
  'everything.export': async (scope, input) => await exportedUpTo(exportedMost, scope, input),
};

/** What the query asks for as CSV; refused where that is more than `most` rows. */
export async function exportedUpTo(
  most: number,
  { db, workspaceId, context }: QueryScope,
  input: ParsedInputOf<'everything.export'>,
): Promise<OutputOf<'everything.export'> | Refusal> {
  if (!isTimeZone(input.timeZone)) {
    return refuse('conflict', `There is no time zone ${input.timeZone}. Use a name such as Europe/Berlin.`);
  }
  return await asOfOneMoment(db, async (trx) => {
    const { surroundings, query } = await readQuery(trx, workspaceId, context, input);
    const [problem] = query.problems;
    if (problem !== undefined) return badQuery(problem, query.problems);
    const found: QuerySubject[] = [];
    for await (const subjects of everySubject(trx, workspaceId, surroundings)) {
      found.push(...subjects.filter(query.matches));
      if (found.length > most) return tooMany(most);
    }
    const rows = found.toSorted(compareBy(query.sort ?? youngestFirst));
    const columns = input.columns.flatMap((id) => everythingColumns.find((column) => column.id === id) ?? []);
    return { csv: everythingCsv(rows, columns), rows: rows.length };
  });
}

/** The query as its names stand for in this workspace, and what its subjects are called by. */
async function readQuery(
  db: Kysely<Tables>,
  workspaceId: string,
  { actor, now }: QueryScope['context'],
  input: ParsedInputOf<'everything.export'>,
): Promise<{ readonly surroundings: Surroundings; readonly query: CompiledQuery }> {
  const teams = await readWhere(db, 'team', workspaceId, {}, 'key');
  const members = await readWhere(db, 'member', workspaceId, {}, 'joinedAt');
  const contacts = await readWhere(db, 'contact', workspaceId, {}, 'id');
  const labels = await readWhere(db, 'label', workspaceId, {}, 'createdAt');
  const personas = await readWhere(db, 'persona', workspaceId, {}, 'id');
  const query = compileQuery(input.query, {
    meId: actor.memberId,
    people: [...members.filter(({ removedAt }) => removedAt === null), ...contacts],
    teams,
    labels,
    now,
    startOfDay: startOfDayIn(input.timeZone),
    ...(await factsFor(db, workspaceId, input.query, teams, now)),
  });
  return { surroundings: { teams, labels, personas, people: [...members, ...contacts] }, query };
}

/** What of the context is only read for a query that asks for it. */
async function factsFor(
  db: Kysely<Tables>,
  workspaceId: string,
  typed: string,
  teams: readonly Team[],
  now: string,
): Promise<Pick<QueryContext, 'slow' | 'stale' | 'evidenced'>> {
  const asked = factsAsked(typed);
  const marks = [];
  if (asked.marks) for (const team of teams) marks.push(...(await itemMarks(db, workspaceId, team, now)));
  return {
    slow: new Set(marks.flatMap(({ itemId, slow }) => (slow ? [itemId] : []))),
    stale: new Set(marks.flatMap(({ itemId, stale }) => (stale ? [itemId] : []))),
    evidenced: asked.evidence ? await evidencedIds(db, workspaceId) : null,
  };
}

async function evidencedIds(db: Kysely<Tables>, workspaceId: string): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ subjectId: string }>`
    select distinct "subjectId" from evidence where workspace_id = ${workspaceId}`.execute(db);
  return new Set(rows.map(({ subjectId }) => subjectId));
}

/** A list that is being typed leaves out what it cannot read; a file would be taken for what was asked for. */
function badQuery(first: QueryProblem, problems: readonly QueryProblem[]): Refusal {
  return {
    refused: true,
    code: 'invalid_input',
    message: `The query cannot be read: ${first.message} Nothing was exported; correct it and ask again.`,
    errors: problems.map(({ message }) => ({ path: 'query', message })),
  };
}

function tooMany(most: number): Refusal {
  return refuse(
    'too_large',
    `More than ${most.toLocaleString('en')} rows answer to that. Ask for less at a time, such as created:2026.`,
  );
}
