/** Flags from and to other makers: the file is read, the flags of its keys are loaded, and the decision says what to do. */
import { randomBytes } from 'node:crypto';
import type { Decision, DecisionContext } from '@shortlist/domain/decision.ts';
import { importFlags, type FlagImportReport } from '@shortlist/domain/flag-import/flag-import-decide.ts';
import { readFlagFile } from '@shortlist/domain/flag-import/flag-file.ts';
import { definitionIn, segmentDefinition } from '@shortlist/domain/flag/definition-of.ts';
import { exportFlagd } from '@shortlist/domain/flag/export-flagd.ts';
import type { Flag } from '@shortlist/domain/flag/flag.ts';
import { importFlagd } from '@shortlist/domain/flag/import-flagd.ts';
import { importUnleash } from '@shortlist/domain/flag/import-unleash.ts';
import type { ParsedInputOf } from '@shortlist/domain/operations.ts';
import { isRefusal } from '@shortlist/domain/refusal.ts';
import { sql, type Kysely } from 'kysely';
import { fieldsOf, readWhere } from '../db/load-entity.ts';
import type { Tables } from '../db/tables.ts';
import { environmentsOf, noEnvironment } from '../environment/environment-handlers.ts';
import { releaseState } from '../flag/flag-queries.ts';
import type { Handlers } from '../handler.ts';

export const flagImportHandlers: Pick<Handlers, 'flag.previewImport' | 'flag.import' | 'flag.export'> = {
  'flag.previewImport': async ({ db, workspaceId, context }, input) => {
    // Ids are drawn when it is done; a preview names keys.
    const newId: DecisionContext['newId'] = (kind) => `${kind}_preview` as ReturnType<typeof newId> as never;
    const decision = await decide(db, workspaceId, input, { ...context, newId }, false);
    return isRefusal(decision) ? decision : decision.value;
  },

  'flag.import': async ({ trx, workspaceId, context }, input) => await decide(trx, workspaceId, input, context, true),

  'flag.export': async ({ db, workspaceId }, input) => {
    const environments = await environmentsOf(db, workspaceId);
    if (!environments.some(({ key }) => key === input.environment)) return noEnvironment(input.environment);
    const { rows } = await sql<Flag>`
      select ${fieldsOf('flag')} from flag where workspace_id = ${workspaceId} order by key`.execute(db);
    const segments = await readWhere(db, 'segment', workspaceId, {}, 'key');
    const { flags, notes } = exportFlagd({
      version: 0,
      environment: input.environment,
      flags: Object.fromEntries(rows.map((flag) => [flag.key, definitionIn(flag, input.environment)])),
      segments: Object.fromEntries(segments.map((segment) => [segment.key, segmentDefinition(segment)])),
    });
    return { definitions: { flags }, notes: [...notes] };
  },
};

async function decide(
  db: Kysely<Tables>,
  workspaceId: string,
  input: ParsedInputOf<'flag.import'>,
  context: DecisionContext,
  locks: boolean,
): Promise<Decision<FlagImportReport>> {
  const read = readFlagFile(input.file);
  if (isRefusal(read)) return read;
  const importer = input.format === 'flagd' ? importFlagd : importUnleash;
  // Drawn once for each key: a flag that is here keeps its own.
  const imported = importer(read.json, { saltOf: () => randomBytes(12).toString('hex') });
  const keys = imported.flags.map(({ key }) => key);
  const { rows } = await sql<Flag>`
    select ${fieldsOf('flag')} from flag where workspace_id = ${workspaceId} and key = any(${keys}) order by id ${
      locks ? sql`for update` : sql``
    }`.execute(db);
  const storyIds = [...new Set(rows.flatMap((flag) => flag.storyIds))];
  const { environments, teams } = await releaseState(db, workspaceId, storyIds);
  const segments = await readWhere(db, 'segment', workspaceId, {}, 'key');
  const flags = new Map(rows.map((flag) => [flag.key, flag]));
  return importFlags({ imported, flags, segments, environments, teams }, input, context);
}
