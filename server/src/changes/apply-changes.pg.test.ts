import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aContext } from '@shortlist/domain/decision-examples.ts';
import { put } from '@shortlist/domain/decision.ts';
import { newStory } from '@shortlist/domain/story/new-item.ts';
import type { Story } from '@shortlist/domain/story/story.ts';
import { readOne } from '../db/load-entity.ts';
import { withTestDatabase } from '../db/test-database.ts';
import { makeTestWorkspace } from '../test/test-workspace.ts';
import { applyChanges } from './apply-changes.ts';
import { changesAfter } from './read-changes.ts';

const commandId = '0192a000-0000-7000-8000-0000000000bb';

test('a field that a decision left out, and that may be null, is null in the row and in the feed', async () => {
  await withTestDatabase(async (database) => {
    const { workspaceId, owner, road } = await makeTestWorkspace(database);
    const begun = newStory(aContext(), { handle: 'STORY-1', title: 'Begun', ideaId: null });
    const { size: _size, outcome: _outcome, ...rest } = begun;
    // What is left out is the point.
    const change = put('story.created', 'story', rest as unknown as Story);
    const as = { workspaceId, at: road.now, by: owner.id, via: 'api', operation: 'review.decide', commandId };
    const seq = await database.db.transaction().execute(async (trx) => await applyChanges(trx, [change], as));
    const row = await readOne(database.db, 'story', workspaceId, begun.id);
    assert.deepEqual([row?.size, row?.outcome, row?.title], [null, null, 'Begun']);
    const [told] = await changesAfter(database.db, workspaceId, seq - 1, 1);
    assert.deepEqual(told?.value, row);
  });
});

test('a field that must not be null is refused where it was left out', async () => {
  await withTestDatabase(async (database) => {
    const { workspaceId, owner, road } = await makeTestWorkspace(database);
    const { title: _title, ...rest } = newStory(aContext(), { handle: 'STORY-1', title: 'Begun', ideaId: null });
    const change = put('story.created', 'story', rest as unknown as Story);
    const as = { workspaceId, at: road.now, by: owner.id, via: 'api', operation: 'review.decide', commandId };
    const write = database.db.transaction().execute(async (trx) => await applyChanges(trx, [change], as));
    await assert.rejects(write, /null value in column "title"/);
  });
});
