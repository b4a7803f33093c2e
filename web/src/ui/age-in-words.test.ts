import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ageInWords } from './age-in-words.ts';

const hour = 3_600_000;
const day = 24 * hour;

test('an age is told in the largest unit that is still exact enough', () => {
  assert.equal(ageInWords(20_000, 'long'), 'just now');
  assert.equal(ageInWords(5 * 60_000, 'long'), '5 minutes ago');
  assert.equal(ageInWords(26 * hour, 'long'), 'yesterday');
  assert.equal(ageInWords(13 * day, 'short'), '13 d');
  assert.equal(ageInWords(15 * day, 'short'), '2 w');
  assert.equal(ageInWords(400 * day, 'short'), '1 y');
});

test('what is to come is told as such', () => {
  assert.equal(ageInWords(-3 * day, 'long'), 'in 3 days');
  assert.equal(ageInWords(-3 * day, 'short'), 'in 3 d');
});
