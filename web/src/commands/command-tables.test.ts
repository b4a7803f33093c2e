// The tables of commands as a whole: every file named *-commands.ts is read, so that none can be left out.
import assert from 'node:assert/strict';
import { globSync } from 'node:fs';
import { join } from 'node:path';
import { before, test } from 'node:test';
import type { Command, CommandSet } from '../ui/command.ts';
import { isDeliberate, pressesOf, worksInFields } from '../ui/key-presses.ts';

const source = join(import.meta.dirname, '..');
const isTable = (path: string) => path.endsWith('-commands.ts') && !/\/use-[a-z-]+\.ts$/.test(path);

type AnySet = CommandSet<never>;
let sets: readonly AnySet[] = [];
const commands = () => sets.flatMap((set) => set.commands.map((command) => ({ set, command })));
const keysOf = ({ commands: own }: AnySet) => own.flatMap(({ keys = [] }) => keys);

before(async () => {
  const modules: object[] = [];
  for (const path of globSync('**/*.ts', { cwd: source }).filter(isTable)) modules.push(await import(join(source, path)));
  sets = modules.flatMap((module) => Object.values(module).filter(isCommandSet));
});

function isCommandSet(value: unknown): value is AnySet {
  return typeof value === 'object' && value !== null && 'commands' in value && 'scope' in value;
}

test('every command has an id of its own', () => {
  assert.ok(sets.length >= 10, 'tables were found');
  const ids = commands().map(({ command }) => command.id);
  assert.deepEqual(
    ids.filter((id, index) => ids.indexOf(id) !== index),
    [],
  );
  for (const id of ids) assert.match(id, /^[a-z_]+\.[a-z_-]+$/);
});

test('no two commands share a key in one scope', () => {
  for (const set of sets) {
    const keys = keysOf(set);
    assert.deepEqual(
      keys.filter((key, index) => keys.indexOf(key) !== index),
      [],
      set.name,
    );
  }
});

test('no table shadows a key of another that can be there at once, unless it is a full-screen place', () => {
  const clashes: string[] = [];
  for (const [index, one] of sets.entries()) {
    for (const other of sets.slice(index + 1)) {
      if (!canMeet(one, other)) continue;
      for (const key of keysOf(one)) if (keysOf(other).includes(key)) clashes.push(`${key}: ${one.name} and ${other.name}`);
    }
  }
  assert.deepEqual(clashes, []);
});

test('what is meant together on a story’s page shares no key', () => {
  const together = ['Item', 'Fields', 'Problem check', 'Release', 'Gradual release'];
  const ofStory = sets.filter(({ name, scope }) => scope === 'thing' && together.includes(name));
  assert.deepEqual(new Set(ofStory.map(({ name }) => name)), new Set(together));
  for (const [index, one] of ofStory.entries()) {
    for (const other of ofStory.slice(index + 1)) {
      // A story has a flag or none, so the two tables of its release never meet.
      if (one.name === 'Release' && other.name === 'Release') continue;
      const keys = keysOf(one);
      assert.deepEqual(
        keysOf(other).filter((key) => keys.includes(key)),
        [],
        `${one.name} and ${other.name}`,
      );
    }
  }
});

/** Two things never mean the same key, two places are never shown together, and Esc always means what is on top. */
function canMeet(one: AnySet, other: AnySet): boolean {
  if (one.scope === 'screen' || other.scope === 'screen') return false;
  return one.scope === 'everywhere' || one.scope !== other.scope;
}

test('what works on full-screen places too is not taken by one of them', () => {
  const always = commands().filter(({ command }) => command.onFullScreen === true);
  assert.ok(always.length > 0);
  const screens = sets.filter(({ scope }) => scope === 'screen').flatMap(keysOf);
  for (const { command } of always) for (const key of command.keys ?? []) assert.ok(!screens.includes(key), key);
});

test('no single key is the beginning of a sequence that can be there at once', () => {
  const onStory = new Set(['Item', 'Fields', 'Criterion', 'Problem check', 'Release', 'Gradual release', 'Text', 'Finding']);
  const meet = (one: AnySet, other: AnySet) =>
    one === other || canMeet(one, other) || canMeet(other, one) || (onStory.has(one.name) && onStory.has(other.name));
  for (const set of sets.filter(({ scope }) => scope !== 'screen')) {
    for (const key of keysOf(set)) assert.ok(pressesOf(key).length > 0);
    const beginnings = new Set(
      keysOf(set)
        .filter((key) => key.includes(' '))
        .map((key) => key.split(' ')[0]),
    );
    for (const other of sets.filter((one) => meet(set, one))) {
      assert.deepEqual(
        keysOf(other).filter((key) => beginnings.has(key)),
        [],
        `${set.name} and ${other.name}`,
      );
    }
  }
});

test('every field of a story and of a task has a key of its own', () => {
  const named = new Map(commands().map(({ command }) => [command.id, command.keys ?? []]));
  const shaped = ['title', 'who', 'need', 'benefit', 'why', 'problem', 'evidence', 'outcome', 'criterion', 'out_of_scope'];
  const ways = [...shaped, 'question', 'approach', 'blocked_by', 'comment'].map((field) => `field.${field}`);
  for (const id of [...ways, 'item.size', 'item.assign', 'item.collaborators', 'item.labels'])
    assert.ok((named.get(id)?.length ?? 0) > 0, id);
});

/** The keys that the product promises, for the places there are, each with the command that has it. */
const promised: Readonly<Record<string, string>> = {
  '$mod+k': 'app.palette',
  c: 'idea.capture',
  '/': 'app.search',
  'Shift+f': 'place.filter',
  '?': 'app.keys',
  '$mod+z': 'app.undo',
  '[': 'app.sidebar',
  t: 'app.theme',
  'g h': 'go.home',
  'g p': 'go.parking-lot',
  'g f': 'go.refinement',
  'g b': 'go.backlog',
  'g l': 'go.flags',
  'g e': 'go.everything',
  'g s': 'go.settings',
  j: 'list.next',
  k: 'list.previous',
  ArrowDown: 'list.down',
  ArrowUp: 'list.up',
  'Shift+j': 'list.extend_down',
  'Shift+k': 'list.extend_up',
  x: 'list.select',
  Enter: 'list.open',
  'Shift+Enter': 'list.open_page',
  Space: 'list.peek',
  a: 'item.assign',
  'Shift+a': 'item.collaborators',
  i: 'item.assign_to_me',
  s: 'item.step',
  z: 'item.size',
  m: 'item.step',
  'Alt+ArrowUp': 'item.move_up',
  'Alt+ArrowDown': 'item.move_down',
  '$mod+Enter': 'item.commit',
  Backspace: 'item.give_up',
  r: 'review.start',
};

test('every promised key is bound to what it was promised for', () => {
  const byId = new Map<string, Command<never>>(commands().map(({ command }) => [command.id, command]));
  for (const [key, id] of Object.entries(promised)) assert.ok(byId.get(id)?.keys?.includes(key), `${key} is not bound to ${id}`);
});

test('with single keys off, the palette, undo and Esc still work, and while typing the palette does', () => {
  for (const key of ['$mod+k', '$mod+z', 'Escape']) assert.ok(isDeliberate(key), key);
  for (const key of ['c', '?', 'j', 'g p', 'Shift+j']) assert.ok(!isDeliberate(key), key);
  assert.ok(worksInFields('$mod+k'));
  assert.ok(!worksInFields('$mod+z'), 'undo in a field is the field’s own');
});

test('only what walks, or opens the palette itself, is not in the palette', () => {
  const left = commands().filter(({ command }) => command.notInPalette !== undefined);
  for (const { command } of left) assert.match(command.id, /^(list\.|board\.|app\.palette$)/);
});
