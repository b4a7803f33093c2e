import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkLines } from './check-lines.ts';
import { checkStory } from './check-story.ts';
import { checkText } from './check-text.ts';

test('the lines say the verdict, where, why and what to ask', () => {
  const check = checkText('As a nurse, I want a drop-\u001b[31mdown, a button so that nobody misses a dose\n- The icon is big');
  assert.deepEqual(checkLines(checkText('As a nurse, I want to see who is due, so that nobody misses a dose')), [
    'States a problem.',
    'Nothing to remark.',
  ]);
  const lines = checkLines(check);
  assert.equal(lines[0], 'Prescribes a solution.');
  assert.ok(lines.includes('need, “button”: Names a part of a screen, not what somebody cannot do today.'));
  assert.ok(lines.includes('AC-1, “icon”: Names a part of a screen, not what somebody cannot do today.'));
  assert.ok(!lines.join('').includes('\u001b'));
});

test('what is set aside is not said, what was learned is', () => {
  const story = { persona: 'clerk', need: 'print the report', benefit: 'the council can decide today' };
  const known = checkStory(story, { glossary: ['report'], dismissals: {} });
  assert.equal(checkLines(known).at(-1), '  Weighs less: “report” is in your glossary.');
  const dismissed = [{ rule: 'mechanism', words: 'print the report' }];
  assert.deepEqual(checkLines(checkStory({ ...story, dismissed })), ['States a problem.', 'Nothing to remark.']);
});
