/** Turns handles and team keys into ids wherever an input names something: in every field ending in `Id` or `Ids`. */
import { handlePattern } from '@shortlist/domain/id-format.ts';
import { refuse, type Refusal } from '@shortlist/domain/refusal.ts';
import { sql, type Kysely } from 'kysely';
import type { Tables } from './db/tables.ts';

const teamKeyPattern = /^[A-Z][A-Z0-9]{1,7}$/;
/** Deeper input than any operation declares is left alone; its parser refuses it. */
const deepest = 6;

/**
 * Answers the input with references resolved, or `not_found` naming the first that is not there. Input without
 * handles or keys is answered as it came, without a question to the database.
 */
export async function resolveReferences(db: Kysely<Tables>, workspaceId: string, input: unknown): Promise<unknown> {
  const wanted = new Set<string>();
  walk(input, 0, (text) => {
    wanted.add(text);
    return text;
  });
  if (wanted.size === 0) return input;
  const ids = new Map<string, string>();
  for (const name of wanted) {
    const id = await idOfName(db, workspaceId, name);
    if (id === undefined) return unknownName(name);
    ids.set(name, id);
  }
  return walk(input, 0, (text) => ids.get(text) ?? text);
}

function unknownName(name: string): Refusal {
  return handlePattern.test(name)
    ? refuse('not_found', `There is no ${name}. Check the handle.`)
    : refuse('not_found', `There is no team ${name}. Check the key, or make the team first.`);
}

function walk(value: unknown, depth: number, replace: (text: string) => string): unknown {
  if (depth > deepest || typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((entry) => walk(entry, depth + 1, replace));
  return Object.fromEntries(
    Object.entries(value).map(([key, entry]) => {
      if (/Ids?$/.test(key)) return [key, walkReference(key, entry, replace)];
      return [key, walk(entry, depth + 1, replace)];
    }),
  );
}

function walkReference(key: string, entry: unknown, replace: (text: string) => string): unknown {
  if (Array.isArray(entry)) return entry.map((one) => walkReference(key, one, replace));
  if (typeof entry !== 'string') return entry;
  const isName = key === 'teamId' || key === 'teamIds' ? teamKeyPattern.test(entry) : handlePattern.test(entry);
  return isName ? replace(entry) : entry;
}

async function idOfName(db: Kysely<Tables>, workspaceId: string, name: string): Promise<string | undefined> {
  const { table, column } = tableOfName(name);
  const { rows } = await sql<{ id: string }>`
    select id from ${sql.table(table)} where workspace_id = ${workspaceId} and ${sql.ref(column)} = ${name}`.execute(db);
  return rows[0]?.id;
}

function tableOfName(name: string): { readonly table: string; readonly column: string } {
  if (name.startsWith('IDEA-')) return { table: 'idea', column: 'handle' };
  if (name.startsWith('STORY-')) return { table: 'story', column: 'handle' };
  if (name.startsWith('TASK-')) return { table: 'task', column: 'handle' };
  return { table: 'team', column: 'key' };
}
