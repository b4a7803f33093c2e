/** Personas, and the stories of each. */
import { shownPictures } from '@shortlist/domain/attachment/attachment-limits.ts';
import type { Placement } from '@shortlist/domain/backlog/placement.ts';
import { addPersona, archivePersona, editPersona, mergePersona, noPersona } from '@shortlist/domain/persona/persona-decide.ts';
import { personaKin } from '@shortlist/domain/persona/persona-names.ts';
import type { Persona } from '@shortlist/domain/persona/persona.ts';
import { refuse } from '@shortlist/domain/refusal.ts';
import { sql } from 'kysely';
import { itemsOf } from '../backlog/backlog-queries.ts';
import { fieldsOf, lockOne, readOne } from '../db/load-entity.ts';
import type { CommandScope, Handlers } from '../handler.ts';
import { pageOf, readCursor } from '../paging.ts';
import { everyPersona, personasForNaming, storiesOfEach } from './persona-queries.ts';

type PersonaHandlers = Pick<
  Handlers,
  'persona.list' | 'persona.stories' | 'persona.add' | 'persona.edit' | 'persona.merge' | 'persona.archive'
>;

export const personaHandlers: PersonaHandlers = {
  'persona.list': async ({ db, workspaceId }) => {
    const personas = await everyPersona(db, workspaceId);
    const counts = await storiesOfEach(db, workspaceId);
    const items = personas.map((persona) => {
      const own = personaKin(persona, personas).flatMap(({ id }) => counts.get(id) ?? []);
      const sum = (of: 'open' | 'all') => own.reduce((total, count) => total + count[of], 0);
      return { persona, open: sum('open'), all: sum('all') };
    });
    return { items };
  },

  'persona.stories': async ({ db, workspaceId }, input) => {
    const personas = await everyPersona(db, workspaceId);
    const persona = personas.find(({ id }) => id === input.personaId);
    if (persona === undefined) return noPersona();
    const kin = personaKin(persona, personas).map(({ id }) => id);
    const [after] = readCursor(input.after, ['text']) ?? [null];
    const { rows } = await sql<Placement>`
      select ${fieldsOf('placement')} from placement
      where workspace_id = ${workspaceId} and (${after}::text is null or id < ${after})
        and id in (select id from story where workspace_id = ${workspaceId} and "personaId" = any(${kin}))
      order by id desc limit ${input.limit + 1}`.execute(db);
    const page = pageOf(rows, input.limit, (last) => [last.id]);
    const items = (await itemsOf(db, workspaceId, page.items)).flatMap(({ item, placement }) =>
      'need' in item ? [{ story: item, placement }] : [],
    );
    return { items, next: page.next };
  },

  'persona.add': async (scope, input) => addPersona({ personas: await personasForNaming(scope) }, input, scope.context),

  'persona.edit': async (scope, input) => {
    const { pictureId } = input;
    const picture = pictureId == null ? null : await readOne(scope.trx, 'attachment', scope.workspaceId, pictureId);
    if (picture !== null && picture?.subjectId !== input.personaId) {
      return refuse('not_found', 'That file is not attached to this persona. Attach it first.');
    }
    if (picture !== null && !shownPictures.has(picture.type)) {
      return refuse('wrong_file', 'That file is no picture that browsers show. Choose a PNG, JPEG, GIF, WebP or AVIF.');
    }
    const found = await lockPersona(scope, input.personaId);
    return found === null ? noPersona() : editPersona(found, input);
  },

  'persona.merge': async (scope, input) => {
    const found = await lockPersona(scope, input.personaId);
    return found === null ? noPersona() : mergePersona(found, input);
  },

  'persona.archive': async ({ trx, workspaceId, context }, input) => {
    const persona = await lockOne(trx, 'persona', workspaceId, input.personaId);
    return persona === undefined ? noPersona() : archivePersona({ persona }, input, context);
  },
};

async function lockPersona(
  scope: CommandScope,
  id: string,
): Promise<{ readonly persona: Persona; readonly personas: readonly Persona[] } | null> {
  const personas = await personasForNaming(scope);
  const persona = personas.find((one) => one.id === id);
  return persona === undefined ? null : { persona, personas };
}
