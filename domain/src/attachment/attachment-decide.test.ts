import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aContext, accepted, anId, noon, parsed, refused } from '../decision-examples.ts';
import { deriveId } from '../derive-id.ts';
import { addAttachment, removeAttachment, type AttachState } from './attachment-decide.ts';

const me = anId.person();
const id = deriveId('0192a000-0000-4000-8000-0000000000aa', 'attachment', 0);
const file = { id, memberId: me, type: 'image/png', size: 70 };

const add = (parts: Partial<AttachState> = {}) => {
  const input = parsed('attachment.add', { fileId: id, subjectId: 'idea_1', name: ' pier.png ' });
  return addAttachment({ file, isAttached: false, count: 0, ...parts }, input, aContext({ memberId: me }));
};

test('an attachment has its file’s type and size, and the name it is given', () => {
  assert.deepEqual(accepted(add({ count: 99 })).value, {
    id,
    subjectId: 'idea_1',
    name: 'pier.png',
    type: 'image/png',
    size: 70,
    addedBy: me,
    addedAt: noon,
  });
});

test('a file is attached by who sent it, once, and where there is room', () => {
  assert.equal(refused(add({ file: null })).code, 'not_found');
  assert.equal(refused(add({ file: { ...file, memberId: anId.person() } })).code, 'not_found');
  assert.equal(refused(add({ isAttached: true })).code, 'conflict');
  assert.match(refused(add({ count: 100 })).message, /100 files here/);
});

test('suggesters take their own away, members any', () => {
  const { value: attachment } = accepted(add());
  assert.equal(refused(removeAttachment({ attachment }, aContext({ role: 'suggester' }))).code, 'not_allowed');
  const [change] = accepted(removeAttachment({ attachment }, aContext({ role: 'suggester', memberId: me }))).changes;
  assert.deepEqual([change?.value, change?.subject], [null, 'idea_1']);
  accepted(removeAttachment({ attachment }, aContext({ role: 'member' })));
});
