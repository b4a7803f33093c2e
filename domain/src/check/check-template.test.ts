import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkText } from './check-text.ts';
import { parseStory } from './check-template.ts';

const parts = (text: string) => {
  const { persona, need, benefit } = parseStory(text);
  for (const part of [persona, need, benefit])
    if (part.text !== '') assert.equal(text.slice(part.start, part.start + part.text.length), part.text);
  return [persona.text, need.text, benefit.text];
};
const whole = ['nurse', 'see who is due', 'nobody misses a dose'];

test('the common templates are taken apart', () => {
  const same = [
    'As a nurse, I want to see who is due, so that nobody misses a dose',
    'As a nurse I want to be able to see who is due so nobody misses a dose',
    'As the nurse, I would like to see who is due in order that nobody misses a dose',
    'As a nurse, I need to see who is due because nobody misses a dose',
    "As a nurse, I'm able to see who is due, so that nobody misses a dose",
    'As a nurse, I can see who is due so that nobody misses a dose',
    'As a nurse,\nI want to see who is due,\nso that nobody misses a dose',
    'In order that nobody misses a dose, as a nurse, I want to see who is due',
    'So that nobody misses a dose, as a nurse, I want to see who is due',
    'nurse is trying to see who is due so that nobody misses a dose',
    'A nurse wants to see who is due, so that nobody misses a dose',
  ];
  for (const text of same.toSpliced(9, 2)) assert.deepEqual(parts(text), whole, text);
  assert.deepEqual(parts(same[9] ?? ''), whole);
  assert.deepEqual(parts(same[10] ?? ''), ['A nurse', ...whole.slice(1)]);
});

test('a purpose inside the need is the benefit, and the want itself is not', () => {
  assert.deepEqual(parts('As a nurse, I want to sort the cards of my ward to avoid mistakes'), [
    'nurse',
    'sort the cards of my ward',
    'avoid mistakes',
  ]);
  assert.deepEqual(parts('As a nurse, I want to help patients'), ['nurse', 'help patients', '']);
});

test('a job story has a want and nobody who wants it', () => {
  assert.deepEqual(parts('When my shift begins, I want to see who is due, so nobody misses a dose'), [
    '',
    'see who is due',
    'nobody misses a dose',
  ]);
});

test('a text that is no story is one need', () => {
  const parsed = parseStory('Upgrade everything');
  assert.equal(parsed.parsed, false);
  assert.equal(parsed.need.text, 'Upgrade everything');
  assert.equal(checkText('Upgrade everything').class, 'malformed');
});

test('findings of a text point into the text, in the story and in its criteria', () => {
  const text = 'As a nurse, I want a button, so that nobody misses a dose\n\n- Answers within a second\n- The icon is blue';
  const found = checkText(text).findings.map(({ words, span, field, criterionId }) => {
    assert.equal(text.slice(span.start, span.end), words);
    return [field, criterionId, words];
  });
  assert.deepEqual(found, [
    ['need', null, 'button'],
    ['criterion', 'AC-2', 'icon'],
  ]);
});

test('an empty text, one of blanks and one of signs are answered', () => {
  for (const text of ['', '   \n', '”“‘—…', 'as a', 'As a , I want , so that '])
    assert.equal(checkText(text).class, 'malformed', text);
});
