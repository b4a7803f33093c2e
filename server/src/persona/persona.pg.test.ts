/** Personas through the road: named by stories, renamed and merged for all of them at once, found, counted, migrated. */
import assert from 'node:assert/strict';
import { copyFile, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { sql } from 'kysely';
import { migrate, MIGRATIONS_FOLDER } from '../db/migrate.ts';
import { withTestDatabase } from '../db/test-database.ts';
import { makeTestWorkspace, type TestMember } from '../test/test-workspace.ts';

const saidBy = async (member: TestMember, itemId: string) => (await member.call('story.get', { itemId })).persona?.name;
const listed = async (member: TestMember) =>
  (await member.call('persona.list', {})).items.map(({ persona, open, all }) => [persona.name, open, all]);

test('a name that nobody has makes a persona, in one act with one undo; the next story finds it', async () => {
  await withTestDatabase(async (database) => {
    const { owner, readyStory } = await makeTestWorkspace(database);
    const [first, second] = [await readyStory('Arrivals'), await readyStory('Departures')];
    assert.deepEqual(await listed(owner), [['A host', 2, 2]]);
    const { seq } = await owner.callSeq('story.edit', { itemId: first, persona: 'A  night guard' });
    await owner.call('change.undo', { seq });
    assert.deepEqual([await saidBy(owner, first), await listed(owner)], ['A host', [['A host', 2, 2]]]);

    const made = await owner.callSeq('story.edit', { itemId: first, persona: 'A night guard' });
    await owner.call('story.edit', { itemId: second, persona: 'a NIGHT guard' });
    assert.equal(await saidBy(owner, second), 'A night guard');
    assert.equal((await owner.refused('change.undo', { seq: made.seq })).code, 'changed_since');
    await owner.call('story.edit', { itemId: first, persona: '' });
    assert.equal(await saidBy(owner, first), undefined);
  });
});

test('two stories that name somebody new at the same moment name one persona', async () => {
  await withTestDatabase(async (database) => {
    const { owner, readyStory } = await makeTestWorkspace(database);
    const ids = [await readyStory('One'), await readyStory('Two'), await readyStory('Three')];
    await Promise.all(ids.map((itemId) => owner.call('story.edit', { itemId, persona: 'A pilot' })));
    assert.deepEqual(await listed(owner), [
      ['A host', 0, 0],
      ['A pilot', 3, 3],
    ]);
  });
});

test('a rename and a merge are one change that every story follows, counts and search too', async () => {
  await withTestDatabase(async (database) => {
    const { owner, readyStory } = await makeTestWorkspace(database);
    const [first, second] = [await readyStory('Arrivals are seen'), await readyStory('Departures are seen')];
    await owner.call('story.edit', { itemId: second, persona: 'A watchman' });
    const [host, watchman] = (await owner.call('persona.list', {})).items.map(({ persona }) => persona);
    assert.ok(host !== undefined && watchman !== undefined);
    await owner.call('persona.edit', { personaId: host.id, name: 'A harbour master' });
    assert.equal(await saidBy(owner, first), 'A harbour master');

    const { seq } = await owner.callSeq('persona.merge', { personaId: watchman.id, intoId: host.id });
    assert.equal(await saidBy(owner, second), 'A harbour master');
    assert.deepEqual(await listed(owner), [
      ['A harbour master', 2, 2],
      ['A watchman', 1, 1],
    ]);
    const found = async (query: string) => (await owner.call('search.find', { query })).items.map(({ title }) => title);
    assert.deepEqual((await found('harbour')).toSorted(), ['Arrivals are seen', 'Departures are seen']);
    assert.deepEqual(await found('departures harbour mast'), ['Departures are seen']);
    const stories = await owner.call('persona.stories', { personaId: host.id, limit: 1 });
    assert.deepEqual([stories.items.map(({ story }) => story.id), stories.next !== null], [[second], true]);
    const rest = await owner.call('persona.stories', { personaId: host.id, after: stories.next ?? '' });
    assert.deepEqual([rest.items.map(({ story }) => story.id), rest.next], [[first], null]);

    await owner.call('change.undo', { seq });
    assert.equal(await saidBy(owner, second), 'A watchman');
    assert.deepEqual(await found('departures harbour'), []);
  });
});

test('who is not there, a picture of another’s, and a role that only reads are refused', async () => {
  await withTestDatabase(async (database) => {
    const { owner, join: joinAs } = await makeTestWorkspace(database);
    const { id } = await owner.call('persona.add', { name: 'A guest' });
    for (const name of ['persona.edit', 'persona.merge', 'persona.archive', 'persona.stories'] as const) {
      const input = { personaId: 'per_nobody', intoId: id, archived: true };
      assert.equal((await owner.refused(name, input)).code, 'not_found', name);
    }
    const picture = await owner.refused('persona.edit', { personaId: id, pictureId: 'att_elsewhere' });
    assert.match(picture.message, /not attached to this persona/);
    const viewer = await joinAs('viewer', 'Vera Viewer');
    assert.equal((await viewer.refused('persona.add', { name: 'Mine' })).code, 'not_allowed');
    assert.equal((await viewer.call('persona.list', {})).items.length, 1);
  });
});

test('what stories said in a text becomes one persona for each, whatever its capitals and spaces, told by the feed', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'shortlist-migrations-'));
  const files = (await readdir(MIGRATIONS_FOLDER)).filter((file) => file < '0014').toSorted();
  for (const file of files) await copyFile(join(MIGRATIONS_FOLDER, file), join(folder, file));
  try {
    await withTestDatabase(
      async ({ db, pool }) => {
        const texts = ['A host', 'a  host ', 'A host', 'A guest', ''];
        for (const [index, persona] of texts.entries()) {
          const id = `sto_${index}`;
          await sql`insert into story (workspace_id, id, handle, title, persona, need, benefit, "criteriaNumbered", "wordedAt", "createdAt")
            values ('wsp_1', ${id}, ${`STORY-${index}`}, 'T', ${persona}, 'N', 'B', 0, now(), now())`.execute(db);
          await sql`insert into change values ('wsp_1', ${index + 1}, 'story.edited', 'story', ${id}, ${id},
            ${JSON.stringify({ id, persona })}::jsonb, now(), null, 'api', 'story.edit', gen_random_uuid())`.execute(db);
        }
        await sql`insert into workspace_seq values ('wsp_1', 5)`.execute(db);

        await migrate(pool);

        const { rows: said } = await sql<{ name: string | null }>`
          select persona.name from story left join persona on persona.workspace_id = story.workspace_id and persona.id = "personaId"
          order by story.id`.execute(db);
        assert.deepEqual(
          said.map(({ name }) => name),
          ['A host', 'A host', 'A host', 'A guest', null],
        );
        const { rows: told } = await sql<{ seq: number; name: string }>`
          select seq::int, value ->> 'name' as name from change where entity = 'persona' order by seq`.execute(db);
        assert.deepEqual(
          told.map(({ seq }) => seq),
          [6, 7],
        );
        assert.deepEqual(told.map(({ name }) => name).toSorted(), ['A guest', 'A host']);
        const { rows: log } = await sql<{ same: boolean; seq: number }>`
          select change.value ->> 'personaId' is not distinct from story."personaId" as same, workspace_seq.seq::int as seq
          from change join story on story.id = change.id cross join workspace_seq`.execute(db);
        assert.ok(log.length === 5 && log.every(({ same, seq }) => same && seq === 7));
      },
      { migrations: folder },
    );
  } finally {
    await rm(folder, { recursive: true });
  }
});
