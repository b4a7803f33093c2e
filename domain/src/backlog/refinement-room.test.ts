import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aContext, anId, aRoom } from '../decision-examples.ts';
import { isRefusal } from '../refusal.ts';
import { enterRefinement, refinementFull, roomSentence, roomVerdict } from './refinement-room.ts';

test('refinement holds as much as the window; what makes it no fuller always passes', () => {
  assert.equal(roomVerdict(aRoom({ held: 9 }), 1), 'accept');
  assert.equal(roomVerdict(aRoom({ held: 10 }), 1), 'full');
  assert.equal(roomVerdict(aRoom({ held: 9 }), 2), 'full');
  assert.equal(roomVerdict(aRoom({ held: 30 }), 0), 'accept');
  assert.equal(roomVerdict(aRoom({ held: 30 }), -1), 'accept');
  assert.equal(roomVerdict(aRoom({ held: 10, basis: 'declared' }), 1), 'declared_over');
});

test('the sentence has the figures and the ways out', () => {
  assert.equal(
    roomSentence(aRoom({ held: 10 }), 1),
    'Refinement is full: 10 of 10, as much as the window of 28 days holds. Send something back to the parking lot, or reject it, first.',
  );
  assert.equal(
    roomSentence(aRoom({ held: 10, basis: 'declared' }), 1),
    'This makes it 11 of 10 in refinement, and that number is declared, not measured. Write a reason to go over it. Or: send something back to the parking lot, or reject it, first.',
  );
  assert.equal(roomSentence(aRoom({ held: 3 }), 1), 'Refinement holds 3 of 10.');
});

test('the refusal says which of the two it is, and a screen gets the figures', () => {
  assert.equal(refinementFull(aRoom({ held: 3 }), 1), null);
  const full = refinementFull(aRoom({ held: 10 }), 1);
  assert.equal(full?.code, 'refinement_full');
  assert.deepEqual(full?.details, { refinement: { held: 10, k: 10, basis: 'measured', verdict: 'full' } });
  assert.equal(refinementFull(aRoom({ held: 10, basis: 'declared' }), 1)?.code, 'reason_needed');
});

test('a written reason counts only over a declared size, and nothing is kept where there was room', () => {
  const memberId = anId.person();
  const context = aContext({ memberId });
  const over = { reason: 'A fair in May' };
  assert.deepEqual(enterRefinement(aRoom(), over, context), { override: null });
  assert.ok(isRefusal(enterRefinement(aRoom({ held: 10 }), over, context)));
  assert.ok(isRefusal(enterRefinement(aRoom({ held: 10, basis: 'declared' }), undefined, context)));
  assert.deepEqual(enterRefinement(aRoom({ held: 10, basis: 'declared' }), over, context), {
    override: { reason: 'A fair in May', byId: memberId, n: 11, k: 10 },
  });
});
