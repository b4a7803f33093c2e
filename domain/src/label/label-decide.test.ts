import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Change } from '../decision.ts';
import { accepted, aContext, anId, eventsOf, parsed, refused } from '../decision-examples.ts';
import { createLabel, editLabel, mergeLabel, removeLabel, setLabels } from './label-decide.ts';
import { labelsMost } from './label-colours.ts';
import type { Label, Labelling } from './label.ts';
import { labelCalled, labelsById, labelsOf } from './labels-of.ts';

const item = anId.item();

function aLabel(name: string, parts: Partial<Label> = {}): Label {
  return { ...accepted(createLabel({ labels: [] }, { name }, aContext())).value, ...parts };
}

/** What stands in the tables after some changes. */
function after(changes: readonly Change[], labels: readonly Label[]) {
  const byId = new Map(labelsById(labels));
  let labelling: Labelling | undefined;
  for (const { entity, id, value } of changes) {
    if (entity === 'label' && value !== null) byId.set(id, value);
    if (entity === 'label' && value === null) byId.delete(id);
    if (entity === 'labelling') labelling = value ?? undefined;
  }
  return { labels: [...byId.values()], labelling, names: labelsOf(labelling, byId).map(({ name }) => name) };
}

function given(
  labels: readonly Label[],
  labelling: Labelling | undefined,
  input: Omit<Parameters<typeof parsed<'label.set'>>[1], 'subjectIds'>,
) {
  return setLabels(
    { labels, subjects: new Map([[item, labelling]]) },
    parsed('label.set', { subjectIds: [item], ...input }),
    aContext(),
  );
}

test('given a new word, when it is given to something, then the label is made with it and gets the next colour', () => {
  const known = aLabel('billing');
  const decision = given([known], undefined, { addWords: ['Invoices', 'BILLING'] });
  assert.deepEqual(eventsOf(decision), ['label.created', 'labels.set']);
  const { value, changes } = accepted(decision);
  assert.deepEqual(
    value.created.map(({ name }) => name),
    ['Invoices'],
  );
  assert.notEqual(value.created[0]?.colour, known.colour);
  assert.deepEqual(after(changes, [known]).names, ['billing', 'Invoices']);
});

test('given something with labels, when some are added and taken away, then the others stay', () => {
  const [a, b, c] = [aLabel('a'), aLabel('b'), aLabel('c')];
  const before = after(accepted(given([a, b, c], undefined, { addIds: [a.id, b.id] })).changes, [a, b, c]).labelling;
  const { changes } = accepted(given([a, b, c], before, { addIds: [c.id], removeIds: [a.id] }));
  assert.deepEqual(after(changes, [a, b, c]).names, ['b', 'c']);
});

test('given the last label of something, when it is taken away, then it has none', () => {
  const a = aLabel('a');
  const before = after(accepted(given([a], undefined, { addIds: [a.id] })).changes, [a]).labelling;
  const { changes } = accepted(given([a], before, { removeIds: [a.id] }));
  assert.deepEqual(
    changes.map(({ value }) => value),
    [{ id: `${item}.labels`, subjectId: item, labelIds: [] }],
  );
});

test('given two labels, when one is merged, then it stands for the other wherever it was given, and so does what was merged before', () => {
  const [a, b, c] = [aLabel('bug'), aLabel('defect'), aLabel('fault')];
  const { labelling } = after(accepted(given([a, b, c], undefined, { addIds: [a.id, b.id] })).changes, [a, b, c]);
  const first = after(accepted(mergeLabel({ label: a, into: b, labels: [a, b, c] }, { labelId: a.id, intoId: b.id })).changes, [
    a,
    b,
    c,
  ]).labels;
  const [b1, c1] = [first[1] ?? b, first[2] ?? c];
  const second = after(
    accepted(mergeLabel({ label: b1, into: c1, labels: first }, { labelId: b.id, intoId: c.id })).changes,
    first,
  ).labels;
  assert.deepEqual(
    labelsOf(labelling, labelsById(second)).map(({ name }) => name),
    ['fault'],
  );
  assert.equal(labelCalled('BUG', second)?.name, 'fault');
  const taken = accepted(given(second, labelling, { removeIds: [c.id] }));
  assert.deepEqual(taken.value.changed, [item]);
});

test('given a label that others were merged into, when it is removed, then it is gone from everything with them', () => {
  const [a, b] = [aLabel('bug'), aLabel('defect')];
  const { labelling } = after(accepted(given([a, b], undefined, { addIds: [a.id] })).changes, [a, b]);
  const merged = after(accepted(mergeLabel({ label: a, into: b, labels: [a, b] }, { labelId: a.id, intoId: b.id })).changes, [
    a,
    b,
  ]).labels;
  const decision = removeLabel({ label: b, labels: merged });
  const left = after(accepted(decision).changes, merged).labels;
  assert.deepEqual(left, []);
  assert.deepEqual(labelsOf(labelling, labelsById(left)), []);
});

test('what cannot be is refused, and says what to do', () => {
  const [a, b] = [aLabel('bug'), aLabel('defect')];
  const merged = { ...a, mergedIntoId: b.id };
  assert.match(refused(createLabel({ labels: [a] }, { name: ' Bug ' }, aContext())).message, /There is a label “bug” already/);
  assert.match(refused(createLabel({ labels: [merged, b] }, { name: 'bug' }, aContext())).message, /was merged into “defect”/);
  assert.match(refused(editLabel({ label: b, labels: [a, b] }, { labelId: b.id, name: 'BUG' })).message, /Merge the two/);
  assert.equal(accepted(editLabel({ label: a, labels: [a, b] }, { labelId: a.id, name: 'Bug' })).value.name, 'Bug');
  assert.match(refused(mergeLabel({ label: a, into: a, labels: [a] }, { labelId: a.id, intoId: a.id })).message, /into itself/);
  assert.match(
    refused(mergeLabel({ label: b, into: merged, labels: [merged, b] }, { labelId: b.id, intoId: a.id })).message,
    /merged already/,
  );
  assert.equal(refused(given([a], undefined, { addIds: [b.id] })).code, 'not_found');
  assert.equal(refused(given([a], undefined, { removeIds: [a.id] })).code, 'already_done');
  assert.match(
    refused(setLabels({ labels: [a], subjects: new Map() }, parsed('label.set', { subjectIds: ['IDEA-9'] }), aContext())).message,
    /IDEA-9/,
  );
  const many = Array.from({ length: labelsMost }, (_, place) => aLabel(`l${place}`));
  assert.match(refused(createLabel({ labels: many }, { name: 'one more' }, aContext())).message, /that is the limit/);
  assert.match(refused(given(many, undefined, { addWords: ['one more'] })).message, /that is the limit/);
  const full = { id: `${item}.labels`, subjectId: item, labelIds: many.slice(0, 20).map(({ id }) => id) };
  assert.match(refused(given(many, full, { addIds: [many[20]?.id ?? ''] })).message, /more than 20 labels/);
});
