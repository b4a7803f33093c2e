import assert from 'node:assert/strict';
import { test } from 'node:test';
import { storyExamples } from './check-examples.ts';
import { storyClasses, type CheckedStory } from './check-finding.ts';
import { checkStory } from './check-story.ts';
import { checkText } from './check-text.ts';

const aStory = (change: Partial<CheckedStory> = {}): CheckedStory => ({
  persona: 'nurse on a night shift',
  need: 'know which patients are due for medication within the hour',
  benefit: 'nobody misses a dose',
  ...change,
});
const rulesOf = (change: Partial<CheckedStory>) => checkStory(aStory(change)).findings.map(({ rule }) => rule);

for (const label of storyClasses)
  test(`stories that a reader calls ${label} are called ${label}`, () => {
    const others = storyExamples[label].filter((text) => checkText(text).class !== label);
    assert.deepEqual(others, []);
  });

test('a story that states a problem has no findings', () => {
  assert.deepEqual(checkStory(aStory()), { class: 'problem', benefit: 'stated', solution: 0, form: 0, findings: [] });
});

test('a finding says where, which words, why and what to ask, and the words are those in the span', () => {
  const need = 'see a red icon in the top right corner for each patient';
  const { findings, class: called } = checkStory(aStory({ need }));
  assert.equal(called, 'solution');
  assert.deepEqual(
    findings.map(({ rule, words, repair }) => ({ rule, words, repair })),
    [
      { rule: 'widget', words: 'red icon', repair: 'to-criteria' },
      { rule: 'position', words: 'in the top right corner', repair: 'to-criteria' },
    ],
  );
  for (const { span, words, why, question, field } of findings) {
    assert.equal(need.slice(span.start, span.end), words);
    assert.equal(field, 'need');
    assert.match(why, /\.$/);
    assert.match(question, /[?.]$/);
  }
});

test('sorting is a way of searching; a list that somebody writes is none', () => {
  assert.deepEqual(rulesOf({ need: 'sort the patients by the hour of their medication' }), ['by-means']);
  assert.deepEqual(rulesOf({ need: 'trust the list at the counter, by somebody else, of who is due' }), []);
  assert.deepEqual(rulesOf({ need: 'list what is due by hand every evening without a mistake' }), []);
});

test('letters that grow when they are made small do not move a finding', () => {
  const need = 'see İstanbul and a dropdown';
  const [finding] = checkStory(aStory({ need })).findings;
  assert.equal(finding?.words, 'dropdown');
});

test('the same words weigh half in a criterion, and are not moved there again', () => {
  const criteria = [
    { id: 'c1', text: 'Answers within a second.' },
    { id: 'c2', text: 'The button is at the top.' },
  ];
  const { findings, solution } = checkStory(aStory({ criteria }));
  assert.deepEqual(
    findings.map(({ field, criterionId, weight, repair }) => ({ field, criterionId, weight, repair })),
    [
      { field: 'criterion', criterionId: 'c2', weight: 1.5, repair: null },
      { field: 'criterion', criterionId: 'c2', weight: 1.5, repair: null },
    ],
  );
  assert.equal(solution, 3);
});

test('the problem text is checked, and a rule that speaks twice counts once', () => {
  const { findings, solution } = checkStory(aStory({ problem: 'They click a lot.\n\nThen they click again.' }));
  assert.deepEqual(
    findings.map(({ field, rule }) => `${field} ${rule}`),
    ['problem interaction', 'problem interaction'],
  );
  assert.equal(solution, 3);
});

test('a format that somebody brings along is context, one that is asked for is not', () => {
  assert.equal(checkStory(aStory({ need: 'import results from CSV' })).class, 'problem');
  assert.equal(checkStory(aStory({ need: 'export results as CSV' })).class, 'solution');
  assert.equal(checkStory(aStory({ need: 'import results via a spreadsheet' })).class, 'solution');
});

test('who is missing, what is missing and why is missing are said', () => {
  assert.deepEqual(rulesOf({ persona: '', need: '', benefit: '' }), ['no-role', 'no-need', 'no-benefit']);
});

test('a benefit that repeats the need, or could follow any need, is weak', () => {
  const kind = (benefit: string) => checkStory(aStory({ need: 'find a free room', benefit })).benefit;
  assert.equal(kind('I can find a free room'), 'weak');
  assert.equal(kind('I can locate the free rooms'), 'weak');
  assert.equal(kind('it is easier to use'), 'weak');
  assert.equal(kind('no patient waits in the corridor'), 'stated');
  assert.equal(kind(' .'), 'none');
});

test('a wide verb is forgiven where the benefit tells which need is meant', () => {
  const need = 'manage bonds';
  assert.equal(checkStory(aStory({ need, benefit: 'I can manage bonds' })).class, 'malformed');
  assert.equal(checkStory(aStory({ need, benefit: 'no guarantee lapses before the road is finished' })).class, 'problem');
});

test('a persona that could be anybody is remarked, and weighs nothing', () => {
  const { findings, form } = checkStory(aStory({ persona: 'registered user' }));
  assert.deepEqual(
    findings.map(({ rule, weight }) => ({ rule, weight })),
    [{ rule: 'generic-persona', weight: 0 }],
  );
  assert.equal(form, 0);
});

test('long, joined and passive sentences are remarked', () => {
  assert.deepEqual(rulesOf({ need: 'know and see and hear what was decided by others' }), ['conjunctions', 'passive']);
  assert.deepEqual(rulesOf({ need: Array.from({ length: 56 }, () => 'word').join(' ') }), ['long']);
});

test('a dismissed remark stays listed and leaves the sum', () => {
  const story = aStory({ need: 'press a button', dismissed: [{ rule: 'widget', words: 'Button' }] });
  const { findings, solution } = checkStory(story);
  assert.deepEqual(
    findings.map(({ rule, dismissed }) => ({ rule, dismissed })),
    [{ rule: 'widget', dismissed: true }],
  );
  assert.equal(solution, 0);
});

test('more than twenty thousand characters are not read', () => {
  assert.deepEqual(rulesOf({ problem: `${'word '.repeat(4000)}button` }), []);
  assert.deepEqual(rulesOf({ problem: `${'word '.repeat(3990)}button` }), ['widget']);
});

test('a rule speaks at most forty times in one field, and a text of nothing but findings is answered', () => {
  assert.equal(rulesOf({ problem: 'button '.repeat(2000) }).length, 40);
  const criteria = Array.from({ length: 200 }, (_, index) => ({ id: `c${index}`, text: 'icon '.repeat(200) }));
  assert.equal(checkStory(aStory({ criteria })).findings.length, 200 * 40);
});
