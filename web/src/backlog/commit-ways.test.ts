import assert from 'node:assert/strict';
import { test } from 'node:test';
import { commitExtras, missingIn, type WayOut } from './commit-ways.ts';

const swap: WayOut = { way: 'swap', leavingId: 'task_1', to: 'refinement', sentence: '' };

test('a swap back to refinement needs no words, giving up the leaving item needs a sentence', () => {
  assert.equal(missingIn(swap), null);
  assert.equal(missingIn({ ...swap, leavingId: null }), 'Choose what leaves.');
  assert.equal(missingIn({ ...swap, to: 'rejected' }), 'Write one sentence why.');
  assert.equal(missingIn({ ...swap, to: 'rejected', sentence: 'Nobody asked again.' }), null);
});

test('going over and rejecting need written words, and spaces are none', () => {
  assert.equal(missingIn({ ...swap, way: 'over', sentence: '  ' }), 'Write the reason: it stays on the meter.');
  assert.equal(missingIn({ ...swap, way: 'reject', sentence: '' }), 'Write one sentence why.');
});

test('what is sent carries only the chosen way, its words on one line', () => {
  assert.deepEqual(commitExtras({ ...swap, sentence: 'left from before' }), {
    swapOut: [{ itemId: 'task_1', to: 'refinement' }],
  });
  assert.deepEqual(commitExtras({ ...swap, to: 'rejected', sentence: ' a\nb ' }), {
    swapOut: [{ itemId: 'task_1', to: 'rejected', sentence: 'a b' }],
  });
  assert.deepEqual(commitExtras({ ...swap, way: 'over', sentence: 'The audit.' }), { override: { reason: 'The audit.' } });
});
