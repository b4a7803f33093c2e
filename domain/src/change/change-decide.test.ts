import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aContext, accepted, anId, noon, refused } from '../decision-examples.ts';
import { refuse } from '../refusal.ts';
import { undoChange, type PastChange, type PastCommand } from './change-decide.ts';

const me = anId.person();
const context = aContext({ memberId: me });

function aPast(parts: Partial<PastChange> = {}): PastChange {
  return {
    entity: 'idea',
    id: 'idea_1',
    subject: 'idea_1',
    before: { a: 1 },
    after: { a: 2 },
    now: null,
    changedSince: false,
    ...parts,
  };
}

function aCommand(parts: Partial<PastCommand> = {}): PastCommand {
  return { operation: 'idea.edit', about: 'IDEA-1', by: me, at: noon, changes: [aPast()], ...parts };
}

const letsPass = () => null;
type State = Parameters<typeof undoChange>[0];
const undo = (parts: Partial<PastCommand> = {}, gate: State['gate'] = letsPass, room: State['room'] = letsPass) =>
  undoChange({ command: aCommand(parts), mayStill: true, gate, room, flagRefusal: null }, context);

test('each value goes back to what it was, the last change first', () => {
  const made = aPast({ entity: 'contact', id: 'con_1', before: null });
  const { changes } = accepted(undo({ changes: [made, aPast()] }));
  assert.deepEqual(
    changes.map(({ id, value, event }) => [id, value, event]),
    [
      ['idea_1', { a: 1 }, 'change.undone'],
      ['con_1', null, 'change.undone'],
    ],
  );
});

test('only one’s own, within 24 hours, and not what was changed again', () => {
  assert.equal(refused(undo({ by: anId.person() })).code, 'not_allowed');
  assert.equal(refused(undo({ by: null })).code, 'not_allowed');
  accepted(undo({ at: '2026-03-01T12:00:00.000Z' }));
  assert.match(refused(undo({ at: '2026-03-01T11:59:59.999Z' })).message, /24 hours/);
  assert.equal(refused(undo({ changes: [aPast({ changedSince: true })] })).code, 'changed_since');
  assert.equal(
    refused(undoChange({ command: null, mayStill: true, gate: letsPass, room: letsPass, flagRefusal: null }, context)).code,
    'not_found',
  );
});

test('what was taken back is said, and who may no longer do it may not undo it', () => {
  assert.equal(accepted(undo()).value.did, 'changed the words of IDEA-1');
  assert.equal(accepted(undo({ about: null })).value.did, 'changed the words of it');
  const demoted = undoChange(
    { command: aCommand(), mayStill: false, gate: letsPass, room: letsPass, flagRefusal: null },
    context,
  );
  assert.equal(refused(demoted).code, 'not_allowed');
});

test('what has an undo of its own names it', () => {
  assert.match(refused(undo({ operation: 'review.decide' })).message, /in its review/);
  assert.match(refused(undo({ operation: 'import.add' })).message, /whole import/);
});

test('the gate is asked with what would count again and what would not any more, and its refusal stands', () => {
  const counted = { stepId: 'building', doneAt: null, droppedAt: null };
  const back = (before: object | null, after: object | null) => [
    aPast({ entity: 'placement', id: 'sto_1', before: before as PastChange['before'], after: after as PastChange['after'] }),
  ];
  const full: State['gate'] = ({ coming, leaving }) =>
    coming.length > leaving.length ? refuse('window_full', 'The window is full.') : null;
  const returned = { ...counted, stepId: null };
  assert.equal(refused(undo({ changes: back(counted, returned) }, full)).code, 'window_full');
  assert.equal(refused(undo({ changes: back(counted, { ...counted, doneAt: noon }) }, full)).code, 'window_full');
  assert.equal(refused(undo({ changes: back(counted, { ...counted, droppedAt: noon }) }, full)).code, 'window_full');
  for (const before of [returned, { ...counted, doneAt: noon }, { ...counted, droppedAt: noon }, null]) {
    accepted(undo({ changes: back(before, null) }, full));
  }
  accepted(undo({ changes: back(counted, { ...counted, stepId: 'review' }) }, full));
  // A swap: one comes back, and the one that came for it leaves.
  accepted(undo({ changes: [...back(counted, returned), ...back(returned, counted)] }, full));
});

test('refinement is asked with what comes back into it and what leaves it, and its refusal stands', () => {
  const shaped = { stepId: null, doneAt: null, droppedAt: null };
  const counted = { ...shaped, stepId: 'building' };
  const change = (id: string, before: object | null, after: object | null) =>
    aPast({ entity: 'placement', id, before: before as PastChange['before'], after: after as PastChange['after'] });
  const asked: unknown[] = [];
  const room: State['room'] = ({ coming, leaving }) => {
    asked.push([coming.length, leaving.length]);
    return coming.length > leaving.length ? refuse('refinement_full', 'Refinement is full.') : null;
  };
  const parked = { ...shaped, droppedAt: noon };
  assert.equal(refused(undo({ changes: [change('sto_1', shaped, parked)] }, letsPass, room)).code, 'refinement_full');
  assert.equal(refused(undo({ changes: [change('sto_1', shaped, counted)] }, letsPass, room)).code, 'refinement_full');
  accepted(undo({ changes: [change('sto_1', shaped, counted), change('sto_2', counted, shaped)] }, letsPass, room));
  accepted(undo({ changes: [change('sto_1', null, shaped)] }, letsPass, room));
  assert.deepEqual(asked, [
    [1, 0],
    [1, 0],
    [1, 1],
    [0, 1],
  ]);
});

test('a flag that may not be set back is not, for the reason that was found', () => {
  const flagRefusal = refuse('not_allowed', 'Only members of Web climb in Production.');
  const decision = undoChange({ command: aCommand(), mayStill: true, gate: letsPass, room: letsPass, flagRefusal }, context);
  assert.equal(refused(decision).message, flagRefusal.message);
});
