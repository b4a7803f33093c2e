import assert from 'node:assert/strict';
import { test } from 'node:test';
import { daysToLeave, handBackOf, leavingAt } from './hand-back.ts';

const day = (number: number) => new Date(Date.parse('2026-03-01T12:00:00.000Z') + number * 86_400_000).toISOString();

test('after three weeks without a touch it is announced, and a week later it leaves', () => {
  assert.equal(handBackOf(null, day(0), day(20.99)), null);
  assert.equal(handBackOf(null, day(0), day(21)), 'announce');
  assert.equal(leavingAt(day(21)), day(28));
  assert.equal(handBackOf(day(28), day(0), day(27.99)), null);
  assert.equal(handBackOf(day(28), day(0), day(28)), 'leave');
});

test('a touch after the announcement keeps it, however late the server looks', () => {
  assert.equal(handBackOf(day(28), day(21.01), day(22)), 'keep');
  assert.equal(handBackOf(day(28), day(27), day(60)), 'keep');
  assert.equal(handBackOf(day(28), day(20), day(28)), 'leave');
});

test('a server that was away announces first, and gives the whole week', () => {
  assert.equal(handBackOf(null, day(0), day(90)), 'announce');
  assert.equal(leavingAt(day(90)), day(97));
});

test('the days are counted up to the next whole one', () => {
  assert.equal(daysToLeave(day(7), Date.parse(day(0))), 7);
  assert.equal(daysToLeave(day(7), Date.parse(day(6.5))), 1);
  assert.equal(daysToLeave(day(7), Date.parse(day(8))), 0);
});
