import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isDeliberate, keyCaps, matchPresses, pressesOf, worksInFields } from './key-presses.ts';

/** What a browser reports for one press; matching reads nothing else of the event. */
function pressed(key: string, ...modifiers: readonly string[]): KeyboardEvent {
  const event = { key, code: '', getModifierState: (name: string) => modifiers.includes(name) };
  // Only a browser can make a whole KeyboardEvent.
  return event as unknown as KeyboardEvent;
}

test('a sequence is begun by its first press and full with its last', () => {
  const presses = pressesOf('g p');
  assert.equal(matchPresses(presses, [pressed('g')]), 'begun');
  assert.equal(matchPresses(presses, [pressed('g'), pressed('p')]), 'full');
  assert.equal(matchPresses(presses, [pressed('g'), pressed('x')]), 'no');
  assert.equal(matchPresses(presses, [pressed('g'), pressed('p'), pressed('p')]), 'no');
});

test('a letter is not meant while Shift, Ctrl or Alt is held', () => {
  for (const modifier of ['Shift', 'Control', 'Alt', 'Meta']) {
    assert.equal(matchPresses(pressesOf('j'), [pressed('j', modifier)]), 'no', modifier);
  }
  assert.equal(matchPresses(pressesOf('Shift+j'), [pressed('J', 'Shift')]), 'full');
});

test('a sign is meant however a keyboard makes it', () => {
  assert.equal(matchPresses(pressesOf('?'), [pressed('?', 'Shift')]), 'full');
  assert.equal(matchPresses(pressesOf('/'), [pressed('/', 'Shift')]), 'full');
  assert.equal(matchPresses(pressesOf('['), [pressed('[', 'Control', 'Alt')]), 'full');
  assert.equal(matchPresses(pressesOf('['), [pressed('8')]), 'no');
});

test('only deliberate keys work while typing, and undo stays the field’s own', () => {
  assert.equal(worksInFields('c'), false);
  assert.equal(worksInFields('Shift+B'), false);
  assert.equal(worksInFields('$mod+Enter'), true);
  assert.equal(worksInFields('Escape'), true);
  assert.equal(worksInFields('$mod+z'), false);
  assert.equal(isDeliberate('$mod+z'), true);
});

test('a binding is drawn as one cap a key', () => {
  assert.deepEqual(keyCaps('g p'), [['g'], ['p']]);
  assert.deepEqual(keyCaps('ArrowDown'), [['↓']]);
});
