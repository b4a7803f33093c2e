// The rules are those of docs/feed-spec.md; each test names the ones it shows.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { entities, type EntityName } from '@shortlist/domain/entities.ts';
import { sql } from 'kysely';
import type { Database } from '../db/connect.ts';
import { fieldsOf } from '../db/load-entity.ts';
import { withTestDatabase } from '../db/test-database.ts';
import { feedSchema } from './feed-schema.ts';
import { readSnapshot, snapshotEntities } from './read-snapshot.ts';

const now = '2026-11-22T12:00:00.000Z';
const longAgo = '2026-01-05T08:00:00.120Z';
const lately = '2026-11-01T09:30:00.000Z';
const workspaceId = 'wsp_1';

type Row = Readonly<Record<string, unknown>>;

async function insert(database: Database, table: string, rows: readonly Row[], workspace = workspaceId): Promise<void> {
  for (const row of rows) {
    const columns = sql.join(Object.keys({ workspace_id: '', ...row }).map((column) => sql.ref(column)));
    const json = JSON.stringify({ workspace_id: workspace, ...row });
    await sql`insert into ${sql.table(table)} (${columns})
      select ${columns} from jsonb_populate_record(null::${sql.table(table)}, ${json}::jsonb)`.execute(database.db);
  }
}

const idea = (id: string, more: Row = {}): Row => ({
  id,
  handle: id.toUpperCase(),
  problem: 'Über "quotes", \\ and \t tabs 🙂',
  suggesterId: 'con_live',
  keptCount: 0,
  capturedAt: longAgo,
  ...more,
});
const story = (id: string): Row => ({
  id,
  handle: id.toUpperCase(),
  title: 'T',
  personaId: null,
  need: '',
  benefit: '',
  criteriaNumbered: 1,
  wordedAt: longAgo,
  createdAt: longAgo,
});
const placement = (id: string, more: Row = {}): Row => ({
  id,
  kind: 'story',
  teamId: 'team_1',
  rank: 'a0',
  expedite: false,
  enteredStepAt: longAgo,
  ...more,
});

interface Snapshot {
  readonly head: Row;
  readonly lines: readonly {
    readonly entity: EntityName;
    readonly fields: readonly string[];
    readonly rows: readonly unknown[][];
  }[];
  readonly end: Row;
  readonly of: (name: EntityName) => readonly Row[];
}

async function snapshotOf(database: Database, workspace = workspaceId): Promise<Snapshot> {
  let text = '';
  await readSnapshot(database.db, workspace, now, (line) => {
    text += line;
  });
  const [head, ...rest] = text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
  const end = rest.pop();
  const of = (name: EntityName): readonly Row[] =>
    rest
      .filter((line) => line.entity === name)
      .flatMap((line) => line.rows.map((row: unknown[]) => Object.fromEntries(row.map((value, at) => [line.fields[at], value]))));
  return { head, lines: rest, end, of };
}

const idsOf = (rows: readonly Row[]): readonly string[] => rows.map(({ id }) => String(id)).toSorted();

test('a snapshot of an empty workspace is a head and an end (2.3)', () =>
  withTestDatabase(async (database) => {
    const { head, lines, end } = await snapshotOf(database);
    assert.deepEqual(head, { seq: 0, now, schema: feedSchema });
    assert.deepEqual(lines, []);
    assert.deepEqual(end, { end: true, count: 0 });
  }));

test('its rows equal the tables, texts character by character, in lines of at most 500 (2.1, 2.3, 2.4)', () =>
  withTestDatabase(async (database) => {
    await insert(database, 'idea', [
      idea('idea_1', { context: 'with\u2028separators', decidedAt: lately, decision: { kind: 'keep', at: lately, by: 'mem_1' } }),
    ]);
    await sql`insert into idea (workspace_id, id, handle, problem, "suggesterId", "keptCount", "capturedAt")
      select ${workspaceId}, 'idea_many' || n, 'IDEA-' || n, 'p' || n, 'mem_1', 0, ${longAgo}::timestamptz + n * interval '1 ms'
      from generate_series(1, 1200) as n`.execute(database.db);
    await insert(database, 'placement', [
      placement('sto_1', { override: { reason: 'r', byId: 'mem_1', n: 2, k: 1 }, verified: null }),
    ]);
    await insert(database, 'team', [
      {
        id: 'team_1',
        key: 'ABC',
        name: 'A',
        timeZone: 'UTC',
        workingDays: [1, 2],
        windowDays: 28,
        declaredWeekly: 2.5,
        steps: [{ id: 'todo', name: 'To do', category: 'waiting' }],
        memberIds: [],
        leadIds: [],
        readyPoints: [],
        createdAt: longAgo,
      },
    ]);
    await sql`insert into workspace_seq values (${workspaceId}, 77)`.execute(database.db);
    const snapshot = await snapshotOf(database);
    assert.equal(snapshot.head['seq'], 77);
    assert.equal(snapshot.end['count'], 1203);
    assert.deepEqual(
      snapshot.lines.filter((line) => line.entity === 'idea').map((line) => line.rows.length),
      [500, 500, 201],
    );
    for (const name of ['idea', 'placement', 'team'] as const) {
      const { rows } = await sql<Row>`select ${fieldsOf(name)} from ${sql.table(name)} order by id`.execute(database.db);
      const shown = snapshot.of(name).toSorted((one, other) => (String(one['id']) < String(other['id']) ? -1 : 1));
      const sorted = rows.toSorted((one, other) => (String(one['id']) < String(other['id']) ? -1 : 1));
      assert.deepEqual(shown, sorted);
    }
  }));

test('it holds what is open or ended within ninety days, and what belongs to that (2.2)', () =>
  withTestDatabase(async (database) => {
    const oldEnd = '2026-08-24T11:59:59.000Z';
    const justInside = '2026-08-24T12:00:01.000Z';
    await insert(database, 'placement', [
      placement('sto_open'),
      placement('sto_done', { doneAt: justInside }),
      placement('sto_dropped', { droppedAt: lately, dropped: { reason: 'other', sentence: 's' } }),
      placement('sto_old', { doneAt: oldEnd }),
      placement('sto_olddrop', { droppedAt: oldEnd }),
    ]);
    await insert(database, 'story', ['sto_open', 'sto_done', 'sto_dropped', 'sto_old', 'sto_olddrop'].map(story));
    const criterion = (id: string, storyId: string): Row => ({
      id,
      storyId,
      number: 1,
      rank: 'a0',
      text: 't',
      wordedAt: longAgo,
      createdAt: longAgo,
    });
    await insert(database, 'criterion', [criterion('ac_1', 'sto_open'), criterion('ac_2', 'sto_old')]);
    await insert(database, 'idea', [
      idea('idea_open'),
      idea('idea_late', { decidedAt: justInside }),
      idea('idea_old', { decidedAt: oldEnd, suggesterId: 'con_gone' }),
    ]);
    const contact = (id: string): Row => ({ id, name: 'C', createdAt: longAgo });
    await insert(database, 'contact', [contact('con_live'), contact('con_gone')]);
    const review = (id: string, closedAt: string | null): Row => {
      const common = { startedBy: 'mem_1', driverId: 'mem_1', startedAt: longAgo, queue: [], entries: [] };
      return { id, closedAt, ...common };
    };
    await insert(database, 'review', [review('rev_open', null), review('rev_late', lately), review('rev_old', oldEnd)]);
    const { of } = await snapshotOf(database);
    assert.deepEqual(idsOf(of('placement')), ['sto_done', 'sto_dropped', 'sto_open']);
    assert.deepEqual(idsOf(of('story')), ['sto_done', 'sto_dropped', 'sto_open']);
    assert.deepEqual(idsOf(of('criterion')), ['ac_1']);
    assert.deepEqual(idsOf(of('idea')), ['idea_late', 'idea_open']);
    assert.deepEqual(idsOf(of('contact')), ['con_live']);
    assert.deepEqual(idsOf(of('review')), ['rev_late', 'rev_open']);
  }));

test('it holds no secrets, no long texts, and nothing of another workspace (1.4, 2.2)', () =>
  withTestDatabase(async (database) => {
    assert.equal(
      snapshotEntities.every((name) => entities[name].audience === 'workspace' && entities[name].loaded === 'always'),
      true,
    );
    assert.deepEqual(
      ['login', 'session', 'token', 'invitation', 'text', 'evidence'].filter((name) =>
        snapshotEntities.some((held) => held === name),
      ),
      [],
    );
    await insert(database, 'idea', [idea('idea_other')], 'wsp_2');
    assert.equal((await snapshotOf(database)).end['count'], 0);
    assert.equal((await snapshotOf(database, 'wsp_2')).end['count'], 1);
  }));

test('what is written while it is read is not in it (2.1)', () =>
  withTestDatabase(async (database) => {
    await insert(database, 'idea', [idea('idea_1')]);
    await sql`insert into workspace_seq values (${workspaceId}, 1)`.execute(database.db);
    let text = '';
    const seq = await readSnapshot(database.db, workspaceId, now, async (line) => {
      if (text === '') {
        await insert(database, 'idea', [idea('idea_2')]);
        await sql`update workspace_seq set seq = 2`.execute(database.db);
      }
      text += line;
    });
    assert.equal(seq, 1);
    assert.match(text, /idea_1/);
    assert.doesNotMatch(text, /idea_2/);
  }));
