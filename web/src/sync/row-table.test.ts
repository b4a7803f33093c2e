import assert from 'node:assert/strict';
import { test } from 'node:test';
import { RowTable } from './row-table.ts';
import { Store } from './store.ts';

interface Row {
  readonly id: string;
  readonly words: string;
}

function storeWithTasks(count: number): Store {
  const store = new Store();
  store.beginSnapshot();
  const ids = Array.from({ length: count }, (_, index) => `tsk_${index}`);
  store.putRows(
    'task',
    ['id', 'title'],
    ids.map((id) => [id, `Title of ${id}`]),
  );
  store.putRows(
    'placement',
    ['id', 'teamId', 'stepId'],
    ids.map((id) => [id, 'team_1', 'building']),
  );
  store.putRows('team', ['id', 'name'], [['team_1', 'Web']]);
  store.endSnapshot(1);
  return store;
}

function put(store: Store, entity: string, id: string, value: Record<string, unknown> | null): void {
  store.applyChanges([{ seq: store.seq + 1, event: 'x.edited', entity, id, value, at: '', by: null, via: 'api' }]);
}

function tableOf(store: Store, made: string[] = [], others: Map<string, Row> = new Map()): RowTable<Row> {
  return new RowTable<Row>(store, {
    parts: { task: ({ id }) => id, placement: ({ id }) => id },
    whole: ['team'],
    others: () => others.keys(),
    make: (read, id) => {
      made.push(id);
      const task = read.get('task', id);
      const placement = read.get('placement', id);
      if (task === undefined || placement === undefined) return others.get(id);
      return { id, words: `${task.title} ${placement.stepId ?? ''} ${read.get('team', placement.teamId)?.name ?? ''}` };
    },
  });
}

const all = {};
const wordsOf = (rows: readonly Row[]) => rows.map(({ words }) => words);

test('a row follows each of the entities it is made of, and no other row is made anew', () => {
  const store = storeWithTasks(3);
  const made: string[] = [];
  const table = tableOf(store, made);
  assert.equal(table.list(all).length, 3);
  made.length = 0;
  put(store, 'task', 'tsk_1', { id: 'tsk_1', title: 'Other' });
  put(store, 'placement', 'tsk_2', { id: 'tsk_2', teamId: 'team_1', stepId: 'review' });
  assert.deepEqual(wordsOf(table.list(all)), ['Title of tsk_0 building Web', 'Other building Web', 'Title of tsk_2 review Web']);
  assert.deepEqual(made, ['tsk_1', 'tsk_2']);
});

test('rows stay the same array while nothing of them changes, and come and go with their entities', () => {
  const store = storeWithTasks(2);
  const table = tableOf(store);
  const before = table.list(all);
  put(store, 'idea', 'idea_1', { id: 'idea_1' });
  assert.equal(table.list(all), before);
  put(store, 'task', 'tsk_9', { id: 'tsk_9', title: 'New' });
  assert.equal(table.list(all), before, 'half a row is none');
  put(store, 'placement', 'tsk_9', { id: 'tsk_9', teamId: 'team_1', stepId: null });
  assert.deepEqual(wordsOf(table.list(all)).at(-1), 'New  Web');
  put(store, 'task', 'tsk_9', null);
  assert.deepEqual(table.list(all), before);
});

test('what all rows are made of remakes them all', () => {
  const store = storeWithTasks(2);
  const table = tableOf(store);
  table.list(all);
  put(store, 'team', 'team_1', { id: 'team_1', name: 'Core' });
  assert.deepEqual(wordsOf(table.list(all)), ['Title of tsk_0 building Core', 'Title of tsk_1 building Core']);
});

test('a table that is further behind than the log is made anew', () => {
  const store = storeWithTasks(2);
  const table = tableOf(store);
  table.list(all);
  for (let turn = 0; turn < 2000; turn += 1) put(store, 'task', 'tsk_0', { id: 'tsk_0', title: `Turn ${turn}` });
  assert.equal(wordsOf(table.list(all))[0], 'Turn 1999 building Web');
});

test('rows known from elsewhere are listed beside those of the store, whose own word goes first', () => {
  const store = storeWithTasks(1);
  const others = new Map<string, Row>();
  const table = tableOf(store, [], others);
  assert.equal(table.list(all).length, 1);
  let heard = 0;
  const stop = table.subscribe(() => {
    heard += 1;
  });
  for (const id of ['tsk_0', 'tsk_old']) others.set(id, { id, words: 'from elsewhere' });
  table.remake(others.keys());
  assert.equal(heard, 1);
  assert.deepEqual(wordsOf(table.list(all)), ['Title of tsk_0 building Web', 'from elsewhere']);
  put(store, 'team', 'team_1', { id: 'team_1', name: 'Core' });
  assert.deepEqual(wordsOf(table.list(all)), ['Title of tsk_0 building Core', 'from elsewhere']);
  assert.equal(heard, 2);
  stop();
});

test('less of a view comes in its order without being sorted, and follows what changes', () => {
  const store = storeWithTasks(40);
  const table = tableOf(store);
  let compared = 0;
  const within = {
    where: ({ id }: Row) => id !== 'tsk_7',
    order: (a: Row, b: Row) => {
      compared += 1;
      return a.words < b.words ? 1 : a.words > b.words ? -1 : 0;
    },
  };
  const ofThree = { within, where: ({ id }: Row) => id.includes('3') };
  assert.equal(table.list(within)[0]?.id, 'tsk_9');
  compared = 0;
  const listed = () => table.list(ofThree).map(({ id }) => id);
  const threes = ['tsk_39', 'tsk_38', 'tsk_37', 'tsk_36', 'tsk_35', 'tsk_34', 'tsk_33', 'tsk_32', 'tsk_31', 'tsk_30', 'tsk_3'];
  assert.deepEqual(listed(), [...threes, 'tsk_23', 'tsk_13']);
  assert.equal(compared, 0);
  put(store, 'task', 'tsk_13', { id: 'tsk_13', title: 'Zebra' });
  assert.equal(listed()[0], 'tsk_13');
  const ofSeven = { within, where: ({ id }: Row) => id.includes('7') };
  assert.deepEqual(
    table.list(ofSeven).map(({ id }) => id),
    ['tsk_37', 'tsk_27', 'tsk_17'],
  );
});
