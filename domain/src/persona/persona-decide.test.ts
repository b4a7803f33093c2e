import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aContext, accepted, eventsOf, noon, parsed, refused } from '../decision-examples.ts';
import { addPersona, archivePersona, editPersona, mergePersona } from './persona-decide.ts';
import { aPersona } from './persona-examples.ts';
import { personaKin, personaMeant, personaNamed } from './persona-names.ts';
import type { Persona } from './persona.ts';

const add = (name: string, personas: readonly Persona[] = []) =>
  addPersona({ personas }, parsed('persona.add', { name }), aContext());
const rename = (persona: Persona, name: string, personas: readonly Persona[] = [persona]) =>
  editPersona({ persona, personas }, parsed('persona.edit', { personaId: persona.id, name }));
const merge = (persona: Persona, into: Persona | null, personas: readonly Persona[]) =>
  mergePersona({ persona, personas }, parsed('persona.merge', { personaId: persona.id, intoId: into?.id ?? null }));
const archive = (persona: Persona, archived: boolean) =>
  archivePersona({ persona }, parsed('persona.archive', { personaId: persona.id, archived }), aContext());

test('a persona begins with a name alone', () => {
  const { value } = accepted(add('A skipper'));
  assert.deepEqual([value.name, value.goals, value.mergedIntoId, value.archivedAt], ['A skipper', '', null, null]);
});

test('a name that differs in capitals and spaces only is taken, also by who is put away', () => {
  const skipper = aPersona('A skipper');
  assert.match(refused(add('a  SKIPPER', [skipper])).message, /There is a persona A skipper\. Take another name, or merge/);
  assert.match(refused(add('A skipper', [{ ...skipper, archivedAt: noon }])).message, /who is put away/);
  assert.match(refused(rename(aPersona('A guest'), 'a skipper', [skipper])).message, /merge the two/);
});

test('the name of somebody merged is free again, and one’s own may be written otherwise', () => {
  const skipper = aPersona('A skipper');
  accepted(add('A skipper', [{ ...skipper, mergedIntoId: aPersona('A guest').id }]));
  const renamed = rename(skipper, 'A Skipper');
  assert.equal(accepted(renamed).value.name, 'A Skipper');
  assert.deepEqual(eventsOf(renamed), ['persona.renamed']);
});

test('describing changes what is named only', () => {
  const skipper = aPersona('A skipper', { goals: 'a berth' });
  const input = parsed('persona.edit', { personaId: skipper.id, notes: 'Speaks Danish' });
  const decision = editPersona({ persona: skipper, personas: [skipper] }, input);
  assert.deepEqual(accepted(decision).value, { ...skipper, notes: 'Speaks Danish' });
  assert.deepEqual(eventsOf(decision), ['persona.edited']);
});

test('merging is one change, can be taken apart again, and nothing of either is lost', () => {
  const [skipper, guest] = [aPersona('A skipper', { goals: 'a berth' }), aPersona('A guest')];
  const merged = accepted(merge(skipper, guest, [skipper, guest]));
  assert.equal(merged.changes.length, 1);
  assert.deepEqual(merged.value, { ...skipper, mergedIntoId: guest.id });
  assert.deepEqual(accepted(merge(merged.value, null, [merged.value, guest])).value, skipper);
});

test('nobody is merged into themselves, also not through another, and who is merged stays as they are', () => {
  const guest = aPersona('A guest');
  const skipper = aPersona('A skipper', { mergedIntoId: guest.id });
  const all = [skipper, guest];
  assert.match(refused(merge(guest, guest, all)).message, /into itself/);
  assert.match(refused(merge(guest, skipper, all)).message, /was merged into another/);
  assert.match(refused(rename(skipper, 'A sailor', all)).message, /Take them apart first/);
  assert.match(refused(archive(skipper, true)).message, /Take them apart first/);
  assert.match(refused(merge(guest, null, all)).message, /not merged into anybody/);
  assert.equal(refused(merge(guest, aPersona('Unknown'), all)).code, 'not_found');
});

test('who comes apart into a name that was given again meanwhile is told so', () => {
  const guest = aPersona('A guest');
  const old = aPersona('A skipper', { mergedIntoId: guest.id });
  assert.match(refused(merge(old, null, [old, guest, aPersona('A skipper')])).message, /There is a persona A skipper/);
});

test('putting away is taken back by bringing back, and neither is done twice', () => {
  const skipper = aPersona('A skipper');
  const { value: away } = accepted(archive(skipper, true));
  assert.equal(away.archivedAt, noon);
  assert.deepEqual(accepted(archive(away, false)).value, skipper);
  assert.match(refused(archive(away, true)).message, /put away already/);
  assert.match(refused(archive(skipper, false)).message, /not put away/);
});

test('a name means who bears it now, then who is put away, then whom its last bearer was merged into', () => {
  const guest = aPersona('A guest');
  const merged = aPersona('A skipper', { mergedIntoId: guest.id });
  const away = aPersona('A Skipper', { archivedAt: noon });
  const bearer = aPersona('a skipper');
  assert.equal(personaNamed([merged, away, bearer, guest], ' A  skipper '), bearer);
  assert.equal(personaNamed([merged, away, guest], 'A skipper'), away);
  assert.equal(personaNamed([merged, guest], 'A skipper'), guest);
  assert.equal(personaNamed([merged, guest], 'A pilot'), undefined);
});

test('merges through several mean the last, whose kin they all are', () => {
  const c = aPersona('C');
  const b = aPersona('B', { mergedIntoId: c.id });
  const a = aPersona('A', { mergedIntoId: b.id });
  assert.equal(
    personaMeant(a, (id) => [a, b, c].find((one) => one.id === id)),
    c,
  );
  assert.deepEqual(personaKin(c, [a, b, c]), [c, b, a]);
  assert.deepEqual(personaKin(a, [a, b, c]), [a]);
});
