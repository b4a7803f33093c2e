/** What the evaluator answers for a context, from the tables as they are now. */
import { definitionIn, segmentDefinition } from '@shortlist/domain/flag/definition-of.ts';
import { explainFlag } from '@shortlist/domain/flag/flag-explain.ts';
import type { Flag } from '@shortlist/domain/flag/flag.ts';
import { setOf } from '@shortlist/domain/flag/flag-set.ts';
import type { EvaluationContext } from '@shortlist/domain/flag/evaluation.ts';
import type { OutputOf } from '@shortlist/domain/operations.ts';
import { sql, type Kysely } from 'kysely';
import { fieldsOf, readWhere } from '../db/load-entity.ts';
import type { Tables } from '../db/tables.ts';

export interface ToExplain {
  readonly workspaceId: string;
  readonly flag: Flag;
  readonly environment: string;
  readonly context: EvaluationContext;
  /** ISO 8601. */
  readonly now: string;
}

export async function explain(
  db: Kysely<Tables>,
  { workspaceId, flag, environment, context, now }: ToExplain,
): Promise<OutputOf<'flag.explain'>> {
  const definition = definitionIn(flag, environment);
  // Others are read only where this one asks about them.
  const asksOthers = JSON.stringify(definition.rules).includes('"flag":');
  const others = asksOthers
    ? (await sql<Flag>`select ${fieldsOf('flag')} from flag where workspace_id = ${workspaceId}`.execute(db)).rows
    : [flag];
  const segments = await readWhere(db, 'segment', workspaceId, {}, 'key');
  const document = {
    version: 0,
    environment,
    flags: Object.fromEntries(others.map((one) => [one.key, definitionIn(one, environment)])),
    segments: Object.fromEntries(segments.map((one) => [one.key, segmentDefinition(one)])),
  };
  const { details, rules, missing } = explainFlag(
    setOf(document, () => Date.parse(now)),
    flag.key,
    context,
  );
  const { flagVersion: _version, metadata: _metadata, ...told } = details;
  return { ...told, definition, rules: [...rules], missing: [...missing] };
}
