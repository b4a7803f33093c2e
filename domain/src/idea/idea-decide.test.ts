import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aContext, accepted, anId, anIdea, eventsOf, noon, parsed, refused } from '../decision-examples.ts';
import { addEvidence, captureIdea, editIdea, removeEvidence } from './idea-decide.ts';

const me = anId.person();

test('an idea belongs to who captures it, unless it is for somebody else', () => {
  const capture = (forWhom?: { personId: string } | { name: string }) => {
    const input = parsed('idea.capture', { problem: 'The gate code is told by telephone', ...(forWhom && { forWhom }) });
    return captureIdea({ handle: 'IDEA-4' }, input, aContext({ memberId: me }));
  };
  const { value } = accepted(capture());
  assert.deepEqual([value.suggesterId, value.handle, value.context, value.capturedAt], [me, 'IDEA-4', null, noon]);
  const other = anId.person();
  assert.equal(accepted(capture({ personId: other })).value.suggesterId, other);
  const outside = capture({ name: 'Harbour North' });
  assert.deepEqual(eventsOf(outside), ['contact.added', 'idea.captured']);
  assert.equal(accepted(outside).value.suggesterId, accepted(outside).changes[0]?.id);
});

test('editing changes what is named, and nothing once it is decided', () => {
  const idea = anIdea({ context: 'Since May' });
  const edit = (parts: object, of = idea) =>
    editIdea({ idea: of }, parsed('idea.edit', { ideaId: of.id, ...parts }), aContext({ memberId: me }));
  const { value } = accepted(edit({ problem: 'Anybody can call' }));
  assert.deepEqual([value.problem, value.context], ['Anybody can call', 'Since May']);
  assert.deepEqual(accepted(edit({ context: null })).value.context, null);
  const decided = anIdea({
    decision: { kind: 'reject', reason: 'no_room', sentence: 'No.', by: me, at: noon },
  });
  assert.equal(refused(edit({ problem: 'Too late' }, decided)).code, 'already_decided');
});

test('to a suggester another’s idea is not there', () => {
  const idea = anIdea({ suggesterId: me });
  const input = parsed('idea.edit', { ideaId: idea.id, problem: 'New words' });
  accepted(editIdea({ idea }, input, aContext({ role: 'suggester', memberId: me })));
  assert.equal(refused(editIdea({ idea }, input, aContext({ role: 'suggester' }))).code, 'not_found');
  accepted(editIdea({ idea }, input, aContext({ role: 'member' })));
});

test('evidence is kept as said, and its end shows with what it spoke for', () => {
  const idea = anIdea();
  const input = parsed('evidence.add', { subjectId: idea.id, text: 'It rang all night.', author: 'A guard' });
  const { value } = accepted(addEvidence({}, input, aContext()));
  assert.deepEqual([value.subjectId, value.text, value.saidAt], [idea.id, 'It rang all night.', noon]);
  const [change] = accepted(removeEvidence({ evidence: value })).changes;
  assert.deepEqual([change?.value, change?.subject], [null, idea.id]);
});
