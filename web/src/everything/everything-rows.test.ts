import assert from 'node:assert/strict';
import { test } from 'node:test';
import { nextSort, readSort, sortRows, type EverythingRow } from './everything-rows.ts';

function aRow(given: Partial<EverythingRow>): EverythingRow {
  return {
    id: given.handle ?? 'idea_1',
    handle: 'IDEA-1',
    title: 'A title',
    kind: 'Idea',
    stands: 'Parking lot',
    standsOrder: 0,
    team: '',
    owner: '',
    since: '2026-11-20T08:00:00.000Z',
    isOver: false,
    ...given,
  };
}

const handles = (rows: readonly EverythingRow[]) => rows.map((row) => row.handle);

test('handles are sorted by their number, not letter by letter', () => {
  const rows = ['IDEA-10', 'TASK-1', 'IDEA-9'].map((handle) => aRow({ handle }));
  assert.deepEqual(handles(sortRows(rows, readSort('handle'))), ['IDEA-9', 'IDEA-10', 'TASK-1']);
  assert.deepEqual(handles(sortRows(rows, readSort('-handle'))), ['TASK-1', 'IDEA-10', 'IDEA-9']);
});

test('without a sort the youngest comes first, also among rows that are equal in theirs', () => {
  const rows = [
    aRow({ handle: 'IDEA-1', since: '2026-01-01T00:00:00.000Z' }),
    aRow({ handle: 'IDEA-2', since: '2026-02-01T00:00:00.000Z' }),
  ];
  assert.deepEqual(handles(sortRows(rows, readSort(''))), ['IDEA-2', 'IDEA-1']);
  assert.deepEqual(handles(sortRows(rows, readSort('-kind'))), ['IDEA-2', 'IDEA-1']);
});

test('where things stand is sorted along the way they go, not by the alphabet', () => {
  const rows = [
    aRow({ handle: 'TASK-1', stands: 'Done', standsOrder: 6 }),
    aRow({ handle: 'STORY-1', stands: 'Refinement', standsOrder: 2 }),
    aRow({ handle: 'IDEA-1' }),
  ];
  assert.deepEqual(handles(sortRows(rows, readSort('stands'))), ['IDEA-1', 'STORY-1', 'TASK-1']);
});

test('rows without an owner come last in both ways', () => {
  const rows = [
    aRow({ handle: 'IDEA-1' }),
    aRow({ handle: 'IDEA-2', owner: 'Amira' }),
    aRow({ handle: 'IDEA-3', owner: 'Jonas' }),
  ];
  assert.deepEqual(handles(sortRows(rows, readSort('owner'))), ['IDEA-2', 'IDEA-3', 'IDEA-1']);
  assert.deepEqual(handles(sortRows(rows, readSort('-owner'))), ['IDEA-3', 'IDEA-2', 'IDEA-1']);
});

test('pressing the title of the sorted column turns the way round, another column begins ascending', () => {
  assert.equal(nextSort(readSort('title'), 'title'), '-title');
  assert.equal(nextSort(readSort('-title'), 'title'), 'title');
  assert.equal(nextSort(readSort('-title'), 'owner'), 'owner');
  assert.deepEqual(readSort('nonsense'), { column: 'age', way: 'ascending' });
});
