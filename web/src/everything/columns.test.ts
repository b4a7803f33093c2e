import assert from 'node:assert/strict';
import { test } from 'node:test';
import { columnsAsked, withColumn } from './columns.ts';

const ids = (text: string) =>
  columnsAsked(text)
    .map(({ id }) => id)
    .join();

test('columns stand in one order whatever order they are asked for, and titles always', () => {
  assert.equal(ids('size,handle,nonsense'), 'handle,title,size');
  assert.equal(ids(','), 'title');
});

test('taking one away and giving it back leaves nothing in the address', () => {
  const less = withColumn(columnsAsked(''), 'team');
  assert.equal(less, 'handle,title,type,label,step,owner,age');
  assert.equal(withColumn(columnsAsked(less), 'team'), '');
});
