/** The problem check through the road: one function for stored stories, drafts and texts, and what a workspace teaches it. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkText } from '@shortlist/domain/check/check-text.ts';
import { withTestDatabase } from '../db/test-database.ts';
import { makeTestWorkspace } from '../test/test-workspace.ts';

const text = 'As a nurse, I want a red button in the top left corner, so that nobody misses a dose';

test('a text is checked as the function checks it', async () => {
  await withTestDatabase(async (database) => {
    const { owner, join } = await makeTestWorkspace(database);
    const { parts: _parts, ...expected } = checkText(text);
    const viewer = await join('viewer', 'Vera Viewer');
    assert.deepEqual(await viewer.call('story.check', { text }), expected);
    assert.equal(expected.class, 'solution');
    for (const input of [{}, { text, need: 'both' }, { text: 'x'.repeat(20_001) }, { criteria: 'none' }])
      assert.equal((await owner.refused('story.check', input)).code, 'invalid_input');
    assert.equal((await owner.refused('story.check', { itemId: 'STORY-99' })).code, 'not_found');
  });
});

test('a stored story is checked with its problem and criteria, and a draft laid over it', async () => {
  await withTestDatabase(async (database) => {
    const { owner, readyStory } = await makeTestWorkspace(database);
    const itemId = await readyStory('Checked');
    await owner.call('story.edit', { itemId, persona: 'nurse', need: 'see who is due', benefit: 'nobody misses a dose' });
    await owner.call('text.edit', { subjectId: itemId, field: 'problem', baseSeq: 0, text: 'They scroll for minutes.' });
    const { id } = await owner.call('criterion.add', { itemId, text: 'The dropdown is short.' });
    const fieldsOf = async (input: object) =>
      (await owner.call('story.check', { itemId, ...input })).findings.map(({ field, rule }) => `${field} ${rule}`);
    assert.deepEqual(await fieldsOf({}), ['problem interaction', 'criterion widget']);
    assert.deepEqual(await fieldsOf({ need: 'press a button', criteria: [] }), ['need widget', 'problem interaction']);
    const [, criterion] = (await owner.call('story.check', { itemId })).findings;
    assert.equal(criterion?.criterionId, id);
  });
});

test('a finding is set aside with a reason, once, by those who shape, and comes back', async () => {
  await withTestDatabase(async (database) => {
    const { owner, join, readyStory } = await makeTestWorkspace(database);
    const itemId = await readyStory('Argued about');
    await owner.call('story.edit', { itemId, need: 'press a Button' });
    const named = { itemId, rule: 'widget', words: 'Button', reason: 'given' as const };
    const viewer = await join('viewer', 'Vera Viewer');
    assert.equal((await viewer.refused('check.dismiss', named)).code, 'not_allowed');
    const dismissal = await owner.call('check.dismiss', named);
    assert.equal(dismissal.words, 'button');
    const again = await owner.refused('check.dismiss', { ...named, words: 'BUTTON ' });
    assert.equal(again.code, 'already_done');
    const checked = await owner.call('story.check', { itemId });
    assert.deepEqual([checked.solution, checked.findings.map(({ dismissed }) => dismissed)], [0, [true]]);
    const elsewhere = await owner.call('story.check', { need: 'press a button', persona: 'nurse', benefit: 'she is quicker' });
    assert.match(elsewhere.findings[0]?.note ?? '', /often dismissed/);
    await owner.call('check.restore', { dismissalId: dismissal.id });
    assert.equal((await owner.refused('check.restore', { dismissalId: dismissal.id })).code, 'not_found');
    assert.equal((await owner.call('story.check', { itemId })).solution, 3);
    for (const wrong of [{ rule: 'No Rule' }, { reason: 'because' }, { words: 'x'.repeat(401) }])
      assert.equal((await owner.refused('check.dismiss', { ...named, ...wrong })).code, 'invalid_input');
    assert.equal((await owner.refused('check.dismiss', { ...named, itemId: 'sto_nowhere' })).code, 'not_found');
  });
});

test('a word of the glossary weighs less, is there once, and its adding can be undone', async () => {
  await withTestDatabase(async (database) => {
    const { owner } = await makeTestWorkspace(database);
    const story = { persona: 'clerk', need: 'print the report', benefit: 'the council can decide on the same day' };
    assert.equal((await owner.call('story.check', story)).class, 'solution');
    const { seq } = await owner.callSeq('term.add', { word: 'Report' });
    assert.equal((await owner.refused('term.add', { word: ' report ' })).code, 'already_done');
    assert.equal((await owner.refused('term.add', { word: '' })).code, 'invalid_input');
    assert.equal((await owner.call('story.check', story)).class, 'problem');
    await owner.call('term.add', { word: 'Aisle' });
    assert.deepEqual(
      (await owner.call('term.list', {})).map(({ word }) => word),
      ['Aisle', 'Report'],
    );
    await owner.call('change.undo', { seq });
    const [aisle] = await owner.call('term.list', {});
    assert.equal((await owner.call('story.check', story)).class, 'solution');
    await owner.call('term.remove', { termId: aisle?.id ?? '' });
    assert.equal((await owner.refused('term.remove', { termId: aisle?.id ?? '' })).code, 'not_found');
  });
});

test('two people who add the same word at the same moment add it once', async () => {
  await withTestDatabase(async (database) => {
    const { owner } = await makeTestWorkspace(database);
    const outcomes = await Promise.allSettled(Array.from({ length: 4 }, () => owner.call('term.add', { word: 'Ledger' })));
    assert.equal(outcomes.filter(({ status }) => status === 'fulfilled').length, 1);
    assert.equal((await owner.call('term.list', {})).length, 1);
  });
});
