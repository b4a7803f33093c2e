import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { EntityOf } from '@shortlist/domain/entities.ts';
import { labelChoices } from './label-choices.ts';

type Label = EntityOf<'label'>;
// Ids are branded by the schema alone.
const label = (id: string, name: string, mergedIntoId: string | null = null) =>
  ({ id, name, colour: 'teal', mergedIntoId, createdAt: '2026-03-02T12:00:00.000Z' }) as Label;
const on = (subjectId: string, ...labelIds: readonly string[]) =>
  ({ id: `${subjectId}.labels`, subjectId, labelIds: [...labelIds] }) as EntityOf<'labelling'>;

const all = [label('lab_1', 'Urgent'), label('lab_2', 'Billing'), label('lab_3', 'money', 'lab_2')];
const lines = (typed: string, ...labellings: readonly (EntityOf<'labelling'> | undefined)[]) =>
  labelChoices(typed, all, labellings, new Set()).map(({ name, on: how, hint }) =>
    [name, how, hint].filter((word) => word !== ''),
  );

test('says of each label whether all, some or none of the things have it', () => {
  assert.deepEqual(lines('', on('a', 'lab_1', 'lab_3'), on('b', 'lab_2')), [
    ['Billing', 'all'],
    ['Urgent', 'some'],
  ]);
  assert.deepEqual(lines('', undefined), [
    ['Billing', 'none'],
    ['Urgent', 'none'],
  ]);
});

test('a merged word finds the label in its place, and a word that is none yet is offered as new', () => {
  assert.deepEqual(lines('MON', undefined), [
    ['Billing', 'none', 'was money'],
    ['MON', 'new'],
  ]);
  assert.deepEqual(lines('money', undefined), [['Billing', 'none', 'was money']]);
  assert.deepEqual(lines(' billing ', undefined), [['Billing', 'none']]);
});

test('what the things had when it was opened stays at the top', () => {
  const choices = labelChoices('', all, [undefined], new Set(['lab_1']));
  assert.deepEqual(
    choices.map(({ name }) => name),
    ['Urgent', 'Billing'],
  );
});
