import assert from 'node:assert/strict';
import { test } from 'node:test';
import { learnedShare } from './check-lessons.ts';
import { checkStory } from './check-story.ts';

const need = 'see which form is still open';
const story = { persona: 'clerk', need: 'print the report', benefit: 'the council can decide on the same day' };

test('a word of the glossary weighs a quarter, in singular and plural, and says so', () => {
  const known = checkStory({ ...story, need: 'print the reports' }, { glossary: ['Report'], dismissals: {} });
  const [finding] = known.findings;
  assert.equal(finding?.weight, 0.5);
  assert.equal(finding?.note, 'Weighs less: “reports” is in your glossary.');
  assert.equal(known.class, 'problem');
  assert.equal(checkStory(story).class, 'solution');
});

test('a glossary entry of two words is found as a phrase', () => {
  const known = checkStory({ ...story, need: 'fill in the data field' }, { glossary: ['data field'], dismissals: {} });
  assert.equal(known.findings.find(({ rule }) => rule === 'internal')?.weight, 0.625);
});

test('an unknown name after through, using or via is raised, a known one is not', () => {
  const through = { ...story, need: 'report a fault via Zendesk' };
  const weight = (glossary: string[]) =>
    checkStory(through, { glossary, dismissals: {} }).findings.find(({ rule }) => rule === 'through-named')?.weight;
  assert.equal(weight([]), 3);
  assert.equal(weight(['Zendesk']), 0.625);
});

test('a rule that is dismissed often speaks more softly, never silently, and says why', () => {
  const [finding] = checkStory(story, { glossary: [], dismissals: { mechanism: 5 } }).findings;
  assert.equal(finding?.weight, 1.4);
  assert.equal(finding?.note, 'Weighs 70 %: often dismissed in this workspace.');
  assert.equal(learnedShare(0), 1);
  assert.ok(learnedShare(1_000_000) >= 0.4);
  assert.equal(learnedShare(-3), 1);
});

test('what another rule was dismissed for changes nothing', () => {
  assert.deepEqual(checkStory({ ...story, need }, { glossary: [], dismissals: { widget: 9 } }), checkStory({ ...story, need }));
});
