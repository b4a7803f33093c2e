import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isRefusal } from '../refusal.ts';
import { aContext, anId, noon } from '../decision-examples.ts';
import { editText } from './text-decide.ts';
import type { Text } from './text.ts';

const subjectId = anId.item();
const problem = (text: string): Text => ({ id: `${subjectId}.problem`, subjectId, field: 'problem', text, editedAt: noon });

test('an edit is merged with what others wrote since it was begun', () => {
  const input = { subjectId, field: 'problem', baseSeq: 3, text: 'It is dark. Nobody tells them.' } as const;
  const decided = editText({ current: problem('It is dark at night.'), base: 'It is dark.' }, input, aContext());
  assert.ok(!isRefusal(decided));
  assert.equal(decided.value.text, 'It is dark at night. Nobody tells them.');
});

test('two long texts that would be too long together are refused with the way out', () => {
  const input = { subjectId, field: 'problem', baseSeq: 3, text: 'a '.repeat(40_000) } as const;
  const decided = editText({ current: problem('b '.repeat(40_000)), base: '' }, input, aContext());
  assert.ok(isRefusal(decided));
  assert.equal(decided.code, 'too_large');
  assert.match(decided.message, /Read it again and shorten it/);
});
