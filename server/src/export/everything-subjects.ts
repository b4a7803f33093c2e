/** Every idea, story and task as what a query looks at, page after page, so that no more of them is held than is asked for. */
import type { Placement } from '@shortlist/domain/backlog/placement.ts';
import type { EntityName, EntityOf } from '@shortlist/domain/entities.ts';
import type { Idea } from '@shortlist/domain/idea/idea.ts';
import { labelsById, labelsOf } from '@shortlist/domain/label/labels-of.ts';
import type { Label } from '@shortlist/domain/label/label.ts';
import { openBlockers } from '@shortlist/domain/link/blocked.ts';
import type { Link } from '@shortlist/domain/link/link.ts';
import { personaMeant } from '@shortlist/domain/persona/persona-names.ts';
import type { Persona } from '@shortlist/domain/persona/persona.ts';
import type { QuerySubject } from '@shortlist/domain/query/query-subject.ts';
import { ideaSubject, itemSubject } from '@shortlist/domain/query/subject-of.ts';
import type { Criterion } from '@shortlist/domain/story/criterion.ts';
import type { Question } from '@shortlist/domain/story/question.ts';
import { storyReadiness, taskReadiness } from '@shortlist/domain/story/readiness.ts';
import type { Team } from '@shortlist/domain/workspace/team.ts';
import { sql, type Kysely } from 'kysely';
import { itemsOf, type PlacedItem } from '../backlog/backlog-queries.ts';
import { fieldsOf } from '../db/load-entity.ts';
import type { Tables } from '../db/tables.ts';
import { labellingsBySubject } from '../label/label-queries.ts';

const rowsPerPage = 1_000;

/** What the subjects of a workspace are called by. */
export interface Surroundings {
  readonly teams: readonly Team[];
  readonly personas: readonly Persona[];
  readonly labels: readonly Label[];
  /** Members and contacts. */
  readonly people: readonly { readonly id: string; readonly name: string }[];
}

/** All of them, ideas first, in no order that anybody is promised. */
export async function* everySubject(
  db: Kysely<Tables>,
  workspaceId: string,
  surroundings: Surroundings,
): AsyncGenerator<readonly QuerySubject[]> {
  const known = {
    labels: labelsById(surroundings.labels),
    teams: new Map(surroundings.teams.map((team) => [team.id, team])),
    personas: new Map(surroundings.personas.map((persona) => [persona.id, persona])),
    names: new Map<string | null, string>(surroundings.people.map(({ id, name }) => [id, name])),
  };
  for await (const ideas of pagesOf(db, 'idea', workspaceId)) yield await ideaSubjects(db, workspaceId, ideas, known);
  for await (const placements of pagesOf(db, 'placement', workspaceId)) {
    yield await itemSubjects(db, workspaceId, placements, known);
  }
}

interface Known {
  readonly labels: ReadonlyMap<string, Label>;
  readonly teams: ReadonlyMap<string, Team>;
  readonly personas: ReadonlyMap<string, Persona>;
  readonly names: ReadonlyMap<string | null, string>;
}

async function* pagesOf<Name extends EntityName>(
  db: Kysely<Tables>,
  name: Name,
  workspaceId: string,
): AsyncGenerator<readonly EntityOf<Name>[]> {
  let after = '';
  for (;;) {
    const { rows } = await sql<EntityOf<Name>>`
      select ${fieldsOf(name)} from ${sql.table(name)} where workspace_id = ${workspaceId} and id > ${after}
      order by id limit ${rowsPerPage}`.execute(db);
    if (rows.length > 0) yield rows;
    const last = rows.at(-1);
    if (last === undefined || rows.length < rowsPerPage) return;
    after = last.id;
  }
}

async function ideaSubjects(db: Kysely<Tables>, workspaceId: string, ideas: readonly Idea[], known: Known) {
  const labellings = await labellingsBySubject(
    db,
    workspaceId,
    ideas.map(({ id }) => id),
  );
  return ideas.map((idea) =>
    ideaSubject(idea, { labels: labelsOf(labellings.get(idea.id), known.labels), nameOf: nameIn(known) }),
  );
}

async function itemSubjects(db: Kysely<Tables>, workspaceId: string, placements: readonly Placement[], known: Known) {
  const ids = placements.map(({ id }) => id);
  const labellings = await labellingsBySubject(db, workspaceId, ids);
  const criteria = Map.groupBy(await partsOf<Criterion>(db, 'criterion', workspaceId, ids), ({ storyId }) => storyId);
  const questions = Map.groupBy(await partsOf<Question>(db, 'question', workspaceId, ids), ({ storyId }) => storyId);
  const blocked = await blockedAmong(db, workspaceId, placements);
  return (await itemsOf(db, workspaceId, placements)).map(({ item, placement }: PlacedItem) => {
    const team = known.teams.get(placement.teamId);
    const parts = { criteria: criteria.get(item.id) ?? [], questions: questions.get(item.id) ?? [] };
    const asking = team ?? { readyPoints: [], memberIds: [] };
    const { ready } = 'need' in item ? storyReadiness(item, { ...parts, team: asking }) : taskReadiness(item);
    const persona = 'need' in item && item.personaId !== null ? known.personas.get(item.personaId) : undefined;
    return itemSubject(item, placement, {
      team,
      persona: persona === undefined ? '' : personaMeant(persona, (id) => known.personas.get(id)).name,
      criteria: parts.criteria.length,
      isReady: ready,
      isBlocked: blocked.has(item.id),
      labels: labelsOf(labellings.get(item.id), known.labels),
      nameOf: nameIn(known),
    });
  });
}

async function partsOf<Part extends Criterion | Question>(
  db: Kysely<Tables>,
  name: 'criterion' | 'question',
  workspaceId: string,
  storyIds: readonly string[],
): Promise<readonly Part[]> {
  const { rows } = await sql<Part>`
    select ${fieldsOf(name)} from ${sql.table(name)}
    where workspace_id = ${workspaceId} and "storyId" = any(${[...storyIds]})`.execute(db);
  return rows;
}

/** Those of some items that wait for what is neither done nor given up; an item that ended waits for nothing. */
async function blockedAmong(
  db: Kysely<Tables>,
  workspaceId: string,
  placements: readonly Placement[],
): Promise<ReadonlySet<string>> {
  const open = placements.filter(({ doneAt, droppedAt }) => doneAt === null && droppedAt === null).map(({ id }) => id);
  const { rows: links } = await sql<Link>`
    select ${fieldsOf('link')} from link
    where workspace_id = ${workspaceId} and kind = 'blocks' and "toId" = any(${open})`.execute(db);
  const { rows: others } = await sql<Placement>`
    select ${fieldsOf('placement')} from placement
    where workspace_id = ${workspaceId} and id = any(${links.map(({ fromId }) => fromId)})`.execute(db);
  const placed = new Map(others.map((placement) => [placement.id, placement]));
  const linksTo = Map.groupBy(links, ({ toId }) => toId);
  return new Set(open.filter((id) => openBlockers(id, linksTo.get(id) ?? [], (other) => placed.get(other)).length > 0));
}

function nameIn({ names }: Known): (id: string | null) => string {
  return (id) => names.get(id) ?? '';
}
