/** What a flag's rules name must be there, without circles, and be something the evaluator understands. */
import { definitionIn, segmentDefinition } from '@shortlist/domain/flag/definition-of.ts';
import { flagProblems, segmentProblems, type FlagProblem, type Surroundings } from '@shortlist/domain/flag/flag-check.ts';
import type { Flag } from '@shortlist/domain/flag/flag.ts';
import type { Refusal } from '@shortlist/domain/refusal.ts';
import type { Segment } from '@shortlist/domain/segment/segment.ts';
import { sql, type Kysely } from 'kysely';
import { fieldsOf, readWhere } from '../db/load-entity.ts';
import type { Tables } from '../db/tables.ts';

/** Null, or a refusal that names every fault of a flag in one environment. */
export async function rulesFault(
  db: Kysely<Tables>,
  workspaceId: string,
  flag: Flag,
  environment: string,
): Promise<Refusal | null> {
  // Who tries it is no rule that anybody wrote, and would count as the first.
  const definition = definitionIn({ ...flag, trying: [] }, environment);
  const around = await surroundings(db, workspaceId, environment, [flag]);
  return refusalOf(flagProblems(definition, around));
}

/** As `rulesFault`; a flag that asks the segment in a circle is a fault in any environment. */
export async function segmentFault(
  db: Kysely<Tables>,
  workspaceId: string,
  segment: Segment,
  environments: readonly string[],
): Promise<Refusal | null> {
  for (const environment of environments) {
    const around = await surroundings(db, workspaceId, environment, []);
    const fault = refusalOf(segmentProblems(segmentDefinition(segment), around));
    if (fault !== null) return fault;
  }
  return null;
}

async function surroundings(
  db: Kysely<Tables>,
  workspaceId: string,
  environment: string,
  changed: readonly Flag[],
): Promise<Surroundings> {
  const segments = await readWhere(db, 'segment', workspaceId, {}, 'key');
  // Most rules ask about no other flag, and then thousands of those need not be read.
  const asksFlags = JSON.stringify([changed.map((flag) => flag.environments[environment]), segments]).includes('"flag":');
  const others = asksFlags
    ? (await sql<Flag>`select ${fieldsOf('flag')} from flag where workspace_id = ${workspaceId}`.execute(db)).rows
    : [];
  return {
    flags: new Map(others.map((flag) => [flag.key, definitionIn(flag, environment)])),
    segments: new Map(segments.map((segment) => [segment.key, segmentDefinition(segment)])),
  };
}

function refusalOf(problems: readonly FlagProblem[]): Refusal | null {
  const [first] = problems;
  if (first === undefined) return null;
  const message = `These rules do not fit: ${first.path} ${first.message}. Correct that and set them again.`;
  return { refused: true, code: 'conflict', message, errors: problems.slice(0, 50) };
}
