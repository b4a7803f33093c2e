import assert from 'node:assert/strict';
import { test } from 'node:test';
import { noon } from '../decision-examples.ts';
import { aPersona } from './persona-examples.ts';
import { personaUses, suggestedPersonas } from './suggest-personas.ts';

const master = aPersona('A harbour master on a Saturday');
const guard = aPersona('A night guard');
const guest = aPersona('A guest with a catamaran');
const away = aPersona('A harbour pilot', { archivedAt: noon });
const merged = aPersona('A watchman', { mergedIntoId: guard.id });
const all = [master, guard, guest, away, merged];
const used = (personaId: typeof master.id | null, isOpen = true) => ({ personaId, isOpen });

test('nothing typed suggests who is used most, open stories before ended ones', () => {
  const uses = personaUses(all, [used(guest.id, false), used(guest.id, false), used(guard.id), used(null)]);
  assert.deepEqual(suggestedPersonas(all, uses, ''), [guard, guest, master]);
});

test('a use of who was merged counts for whom they were merged into, and neither they nor who is put away is suggested', () => {
  const uses = personaUses(all, [used(merged.id), used(guest.id), used(merged.id)]);
  assert.equal(uses.get(guard.id), 6);
  assert.equal(suggestedPersonas(all, uses, '')[0], guard);
  assert.deepEqual(suggestedPersonas(all, uses, 'watch'), []);
  assert.deepEqual(suggestedPersonas(all, uses, 'pilot'), []);
});

test('each typed word begins a word of the name, in any order and in any capitals', () => {
  for (const typed of ['harb', 'SAT harb', 'a harbour m', 'master'])
    assert.deepEqual(suggestedPersonas(all, new Map(), typed), [master], typed);
  assert.deepEqual(suggestedPersonas(all, new Map(), 'arbour'), []);
});

test('a name that begins as what is typed goes before one that is used more', () => {
  const [nightly, other] = [aPersona('Night porter'), aPersona('A night guard')];
  const uses = new Map([[other.id, 9]]);
  assert.deepEqual(suggestedPersonas([other, nightly], uses, 'night'), [nightly, other]);
});
