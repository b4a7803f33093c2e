/** What is read of personas: all of them, and how many stories point to each. */
import { personaMeant } from '@shortlist/domain/persona/persona-names.ts';
import type { Persona } from '@shortlist/domain/persona/persona.ts';
import { sql, type Kysely } from 'kysely';
import { fieldsOf, lockOne, readOne, readWhere } from '../db/load-entity.ts';
import type { Tables } from '../db/tables.ts';
import type { CommandScope } from '../handler.ts';

export async function everyPersona(db: Kysely<Tables>, workspaceId: string): Promise<readonly Persona[]> {
  const personas = await readWhere(db, 'persona', workspaceId, {}, 'name');
  return personas.toSorted((a, b) => a.name.localeCompare(b.name, 'en'));
}

/**
 * All personas, locked, for a command that gives a name. The workspace's row is locked first, so that of two commands with one
 * new name the second finds whom the first has made.
 */
export async function personasForNaming({ trx, workspaceId }: CommandScope): Promise<readonly Persona[]> {
  await lockOne(trx, 'workspace', workspaceId, workspaceId);
  const { rows } = await sql<Persona>`
    select ${fieldsOf('persona')} from persona where workspace_id = ${workspaceId} order by id for update`.execute(trx);
  return rows;
}

/** Whom a story means: the persona it points to, or whom that one was merged into. */
export async function personaOf(db: Kysely<Tables>, workspaceId: string, id: string | null): Promise<Persona | null> {
  const persona = id === null ? undefined : await readOne(db, 'persona', workspaceId, id);
  if (persona === undefined) return null;
  if (persona.mergedIntoId === null) return persona;
  const personas = await everyPersona(db, workspaceId);
  return personaMeant(persona, (wanted) => personas.find((one) => one.id === wanted));
}

interface StoryCount {
  readonly open: number;
  readonly all: number;
}

/** How many stories point to each persona itself. */
export async function storiesOfEach(db: Kysely<Tables>, workspaceId: string): Promise<ReadonlyMap<string, StoryCount>> {
  const { rows } = await sql<StoryCount & { personaId: string }>`
    select story."personaId", count(*)::int as all,
      count(*) filter (where placement."doneAt" is null and placement."droppedAt" is null)::int as open
    from story join placement on placement.workspace_id = story.workspace_id and placement.id = story.id
    where story.workspace_id = ${workspaceId} and story."personaId" is not null
    group by story."personaId"`.execute(db);
  return new Map(rows.map(({ personaId, open, all }) => [personaId, { open, all }]));
}
