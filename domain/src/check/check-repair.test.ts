import assert from 'node:assert/strict';
import { test } from 'node:test';
import { takeOut, takeOutOfLine } from './check-repair.ts';
import { checkStory } from './check-story.ts';

function takeFrom(need: string) {
  const { findings } = checkStory({ persona: 'clerk', need, benefit: 'the queue stays short' });
  const own = findings.filter(({ field, family }) => field === 'need' && family === 'solution');
  const [first] = own;
  assert.ok(first !== undefined, `nothing was found in: ${need}`);
  return takeOut(need, first, own);
}

test('a how is taken out with the words that hang it on, and becomes a sentence', () => {
  assert.deepEqual(takeFrom('cancel an order at the counter with a red button in the top right corner'), {
    rest: 'cancel an order at the counter',
    criterion: 'With a red button in the top right corner.',
    isRestEnough: true,
  });
  assert.deepEqual(
    takeFrom('confirm the delivery by clicking on a link, before the truck leaves').rest,
    'confirm the delivery, before the truck leaves',
  );
});

test('where nothing would be left, the sentence stays to be said anew', () => {
  const taken = takeFrom('see a dashboard');
  assert.deepEqual([taken.rest, taken.isRestEnough], ['see a dashboard', false]);
  assert.match(taken.criterion, /dashboard\.$/i);
});

test('hows that do not hang together are taken one at a time', () => {
  const { rest } = takeFrom('cancel orders with a button while another clerk watches the screen of the till');
  assert.match(rest, /^cancel orders while another clerk/);
});

test('of a text of many lines only the line of the finding changes', () => {
  const text =
    '# Arrivals\n\n- They scroll  for minutes.\n- They need a button in the corner to find one.\n\nAt night it is worse.\n';
  const at = text.indexOf('a button in the corner');
  const finding = { span: { start: at, end: at + 'a button in the corner'.length } };
  const taken = takeOutOfLine(text, finding, [finding]);
  assert.equal(taken.criterion, 'A button in the corner.');
  assert.equal(taken.rest, text.replace('They need a button in the corner to find one.', 'They need to find one.'));
});
