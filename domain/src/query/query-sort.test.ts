import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { aSubject } from './query-examples.ts';
import {
  compareBy,
  compareInGroups,
  groupOf,
  inGroups,
  nextSort,
  readSort,
  sortedBy,
  writtenSort,
  youngestFirst,
  type Grouping,
} from './query-sort.ts';
import type { QuerySubject } from './query-subject.ts';

const sorted = (subjects: readonly QuerySubject[], by: string) => {
  const sort = readSort(by);
  assert.ok(sort !== null, by);
  assert.equal(writtenSort(sort), by);
  const compared = subjects.toSorted(compareBy(sort)).map(({ handle }) => handle);
  assert.deepEqual(
    sortedBy(subjects.toSorted(compareBy(youngestFirst)), sort).map(({ handle }) => handle),
    compared,
  );
  return compared;
};

test('handles are sorted by their number, not letter by letter', () => {
  const subjects = ['IDEA-10', 'TASK-1', '', 'IDEA-9'].map((handle) => aSubject({ handle }));
  assert.deepEqual(sorted(subjects, 'handle'), ['IDEA-9', 'IDEA-10', 'TASK-1', '']);
  assert.deepEqual(sorted(subjects, '-handle'), ['TASK-1', 'IDEA-10', 'IDEA-9', '']);
});

test('lists that are sorted one after the other stand as if each were the only one', () => {
  const all = Array.from('dbacfe-ghb', (letter, place) =>
    aSubject({ handle: `TASK-${place}`, title: letter === '-' ? '' : letter, createdAt: `2026-01-0${place}T00:00:00.000Z` }),
  );
  const lists = fc.array(fc.tuple(fc.subarray(all), fc.constantFrom('title', '-title')), { maxLength: 8 });
  fc.assert(
    fc.property(lists, (some) => {
      for (const [subjects, by] of some) sorted(subjects, by);
    }),
  );
});

test('the youngest comes first, also among those that are equal in what is sorted by', () => {
  const subjects = [
    aSubject({ handle: 'IDEA-1', createdAt: '2026-01-01T00:00:00.000Z' }),
    aSubject({ handle: 'IDEA-2', createdAt: '2026-02-01T00:00:00.000Z' }),
  ];
  assert.deepEqual(sorted(subjects, 'age'), ['IDEA-2', 'IDEA-1']);
  assert.deepEqual(sorted(subjects, '-age'), ['IDEA-1', 'IDEA-2']);
  assert.deepEqual(sorted(subjects, '-type'), ['IDEA-2', 'IDEA-1']);
});

test('what has no owner or no size comes last in both ways, and sizes go from small to large', () => {
  const subjects = [
    aSubject({ handle: 'TASK-1' }),
    aSubject({ handle: 'TASK-2', ownerName: 'Ana', size: 'XL' }),
    aSubject({ handle: 'TASK-3', ownerName: 'Bo', size: 'S' }),
  ];
  assert.deepEqual(sorted(subjects, 'owner'), ['TASK-2', 'TASK-3', 'TASK-1']);
  assert.deepEqual(sorted(subjects, '-owner'), ['TASK-3', 'TASK-2', 'TASK-1']);
  assert.deepEqual(sorted(subjects, 'size'), ['TASK-3', 'TASK-2', 'TASK-1']);
  assert.deepEqual(sorted(subjects, '-size'), ['TASK-2', 'TASK-3', 'TASK-1']);
});

test('steps are sorted along the way work goes, not by the alphabet', () => {
  const subjects = [
    aSubject({ handle: 'TASK-1', standsIn: 'Done', standsOrder: 6 }),
    aSubject({ handle: 'TASK-2', standsIn: 'Refinement', standsOrder: 2 }),
    aSubject({ handle: 'IDEA-1', standsIn: 'Parking lot', standsOrder: 0 }),
  ];
  assert.deepEqual(sorted(subjects, 'step'), ['IDEA-1', 'TASK-2', 'TASK-1']);
});

test('titles are sorted without their capitals, accents and leading signs, and numbers by their size', () => {
  const titles = ['zebra', 'Äpfel', '“apple”', 'step 10', 'Step 9', '', '…', 'éclair'];
  const subjects = titles.map((title, at) => aSubject({ handle: `IDEA-${at}`, title }));
  const inOrder = (by: string) => sorted(subjects, by).map((handle) => titles[Number(handle.slice(5))]);
  assert.deepEqual(inOrder('title'), ['Äpfel', '“apple”', 'éclair', 'Step 9', 'step 10', 'zebra', '…', '']);
  assert.deepEqual(inOrder('-title'), ['…', 'zebra', 'step 10', 'Step 9', 'éclair', '“apple”', 'Äpfel', '']);
});

test('groups lie together, each in the order asked for within', () => {
  const subjects = [
    aSubject({ handle: 'A-1', size: 'M', title: 'b' }),
    aSubject({ handle: 'A-2', size: 'S', title: 'c' }),
    aSubject({ handle: 'A-3', title: 'a' }),
    aSubject({ handle: 'A-4', size: 'M', title: 'a' }),
  ];
  const within = compareBy({ by: 'title', isReversed: false });
  const grouped = (grouping: Grouping) => {
    const compared = subjects.toSorted(compareInGroups(grouping, within));
    assert.deepEqual(inGroups(grouping, subjects.toSorted(within)), compared);
    return compared.map((one) => `${groupOf(one, grouping)} ${one.handle}`);
  };
  assert.deepEqual(grouped('size'), ['S A-2', 'M A-4', 'M A-1', 'No size A-3']);
  assert.deepEqual(grouped('none'), [' A-3', ' A-4', ' A-1', ' A-2']);
});

test('anything else is no order', () => {
  for (const text of ['', 'nonsense', '--age', 'constructor']) assert.equal(readSort(text), null, text);
});

test('pressing the title of the sorted column turns the way round, another column begins ascending', () => {
  assert.deepEqual(nextSort({ by: 'title', isReversed: false }, 'title'), { by: 'title', isReversed: true });
  assert.deepEqual(nextSort({ by: 'title', isReversed: true }, 'title'), { by: 'title', isReversed: false });
  assert.deepEqual(nextSort({ by: 'title', isReversed: true }, 'owner'), { by: 'owner', isReversed: false });
});
