import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Change, Decision } from '../decision.ts';
import { isRefusal } from '../refusal.ts';
import { addCriterion, editCriterion, moveCriterion, removeCriterion, verifyCriterion } from './criterion-decide.ts';
import { criteriaInOrder, placeAfterStep, progressOf, verdictIn, type CriterionStep } from './criterion-tree.ts';
import type { Criterion } from './criterion.ts';
import { aContext, aCriterion, aStory, criterionId, mia } from './story-examples.ts';

/** 1, with 2 below it, with 3 below that; then 4. */
const tree: readonly Criterion[] = [
  aCriterion(1),
  aCriterion(2, { parentId: criterionId(1) }),
  aCriterion(3, { parentId: criterionId(2) }),
  aCriterion(4),
];

function decided<Value>(decision: Decision<Value>): readonly Change[] {
  if (isRefusal(decision)) assert.fail(decision.message);
  return decision.changes;
}

function refused(decision: Decision<unknown>): string {
  assert.ok(isRefusal(decision), 'it was not refused');
  return decision.message;
}

/** The tree after a decision's changes, as "1 (2 (3)) 4" is told: numbers with their levels. */
function shape(criteria: readonly Criterion[], changes: readonly Change[]): string {
  const after = new Map(criteria.map((criterion) => [criterion.id as string, criterion]));
  for (const change of changes) {
    if (change.entity !== 'criterion') continue;
    if (change.value === null) after.delete(change.id);
    else after.set(change.id, change.value);
  }
  return criteriaInOrder([...after.values()])
    .map(({ criterion, level }) => `${'>'.repeat(level - 1)}${criterion.number}`)
    .join(' ');
}

function at(number: number, criteria: readonly Criterion[] = tree) {
  const criterion = criteria.find((one) => one.number === number);
  assert.ok(criterion !== undefined);
  return { criterion, criteria };
}

test('a criterion is added as the last part of another, with the next number that was never used', () => {
  const story = aStory({ criteriaNumbered: 9 });
  const input = { itemId: story.id, text: 'New', parentId: criterionId(1) };
  assert.equal(shape(tree, decided(addCriterion({ story, criteria: tree }, input, aContext()))), '1 >2 >>3 >10 4');
});

test('a fourth level is refused, also for what a moved criterion carries below it', () => {
  const story = aStory({ criteriaNumbered: 4 });
  const deep = { itemId: story.id, text: 'Too deep', parentId: criterionId(3) };
  assert.match(refused(addCriterion({ story, criteria: tree }, deep, aContext())), /3 levels/);
  const wide = [...tree, aCriterion(5, { parentId: criterionId(4) })];
  const move = { criterionId: criterionId(1), parentId: criterionId(5), afterId: null };
  assert.match(refused(moveCriterion(at(1, wide), move)), /3 levels/);
});

test('nothing becomes a part of itself or of what is below it', () => {
  for (const parent of [1, 3]) {
    const move = { criterionId: criterionId(1), parentId: criterionId(parent), afterId: null };
    assert.match(refused(moveCriterion(at(1), move)), /part of itself/);
  }
});

test('a parent or a neighbour of another story is refused', () => {
  const move = { criterionId: criterionId(4), parentId: criterionId(77), afterId: null };
  assert.match(refused(moveCriterion(at(4), move)), /not one of this story/);
  assert.match(
    refused(moveCriterion(at(4), { criterionId: criterionId(4), parentId: null, afterId: criterionId(77) })),
    /not beside/,
  );
});

test('steps by key move, nest and outdent, and lead nowhere at the ends', () => {
  const after = (number: number, step: CriterionStep): string | null => {
    const place = placeAfterStep(tree, at(number).criterion, step);
    return place === null
      ? null
      : shape(tree, decided(moveCriterion(at(number), { criterionId: criterionId(number), ...place })));
  };
  assert.equal(after(4, 'up'), '4 1 >2 >>3');
  assert.equal(after(1, 'down'), '4 1 >2 >>3');
  assert.equal(after(4, 'nest'), '1 >2 >>3 >4');
  assert.equal(after(2, 'outdent'), '1 2 >3 4');
  assert.equal(after(3, 'outdent'), '1 >2 >3 4');
  assert.deepEqual(
    [after(1, 'up'), after(4, 'down'), after(1, 'nest'), after(1, 'outdent'), after(2, 'nest')],
    [null, null, null, null, null],
  );
  const full = [...tree, aCriterion(5, { parentId: criterionId(4) }), aCriterion(6, { parentId: criterionId(5) })];
  assert.equal(placeAfterStep(full, at(4, full).criterion, 'nest'), null);
});

test('two on the same rank still have a place after them', () => {
  const same = [aCriterion(1, { rank: 'V' }), aCriterion(2, { rank: 'V' }), aCriterion(3, { rank: 'W' })];
  const moved = moveCriterion(at(3, same), { criterionId: criterionId(3), afterId: criterionId(1) });
  assert.equal(shape(same, decided(moved)), '1 2 3');
});

test('removing a criterion removes what is below it, and nothing else', () => {
  assert.equal(shape(tree, decided(removeCriterion(at(2)))), '1 4');
});

test('a verdict is kept by environment, with who and when; a second one replaces it, null takes it back', () => {
  const criterion = aCriterion(4, {
    verdicts: [{ environment: 'staging', verdict: 'failed', by: mia, at: '2026-11-22T09:00:00.000Z', note: 'Late' }],
  });
  const state = { criterion, criteria: [criterion] };
  const say = (verdict: 'passed' | null, environment: string) =>
    decided(verifyCriterion(state, { criterionId: criterion.id, environment, verdict, note: '' }, aContext()))[0]?.value;
  const passed = { verdict: 'passed', by: mia, at: '2026-11-23T09:00:00.000Z', note: '' };
  assert.partialDeepStrictEqual(say('passed', 'staging'), { verdicts: [{ ...passed, environment: 'staging' }] });
  assert.partialDeepStrictEqual(say('passed', 'production'), {
    verdicts: [
      { environment: 'staging', verdict: 'failed' },
      { ...passed, environment: 'production' },
    ],
  });
  assert.deepEqual(say(null, 'staging'), { ...criterion, verdicts: [] });
});

test('the verdict of a criterion with parts is what theirs add up to', () => {
  const passed = [{ environment: 'staging', verdict: 'passed' as const, by: mia, at: '2026-11-23T09:00:00.000Z', note: '' }];
  const failed = [{ environment: 'staging', verdict: 'failed' as const, by: mia, at: '2026-11-23T09:00:00.000Z', note: '' }];
  const parts = (a: Criterion['verdicts'], b: Criterion['verdicts']) => [
    aCriterion(1, { verdicts: failed }),
    aCriterion(2, { parentId: criterionId(1), verdicts: a }),
    aCriterion(3, { parentId: criterionId(1), verdicts: b }),
  ];
  const inStaging = (criteria: readonly Criterion[]) => verdictIn(criteria, at(1, criteria).criterion, 'staging');
  assert.equal(inStaging(parts(passed, passed)), 'passed');
  assert.equal(inStaging(parts(passed, [])), null);
  assert.equal(inStaging(parts(passed, failed)), 'failed');
  assert.deepEqual(progressOf(parts(passed, failed)), { environment: 'staging', passed: 1, failed: 1, total: 2 });
});

test('verifying a criterion with parts verifies each of them, and not itself', () => {
  const input = { criterionId: criterionId(1), environment: 'staging', verdict: 'passed' as const, note: '' };
  const changes = decided(verifyCriterion(at(1), input, aContext()));
  assert.deepEqual(
    changes.map(({ id, event }) => [id, event]),
    [['ac_3', 'criterion.passed']],
  );
});

test('progress is told of the furthest environment in which anything was verified', () => {
  const said = (environment: string) => ({ environment, verdict: 'passed' as const, by: mia, at: '', note: '' });
  assert.equal(progressOf([aCriterion(1), aCriterion(2)]), null);
  const both = [
    aCriterion(1, { verdicts: [said('development'), said('production')] }),
    aCriterion(2, { verdicts: [said('staging')] }),
  ];
  assert.deepEqual(progressOf(both), { environment: 'production', passed: 1, failed: 0, total: 2 });
});

test('a rule becomes an example and a rule again, and keeps its verdicts and its number', () => {
  const example = { given: 'a ship at sea', when: 'it lands', result: 'it is listed' };
  const { criterion } = at(4);
  const edited = editCriterion({ criterion }, { criterionId: criterion.id, example }, aContext());
  assert.deepEqual(decided(edited)[0]?.value, { ...criterion, example, wordedAt: '2026-11-23T09:00:00.000Z' });
});
