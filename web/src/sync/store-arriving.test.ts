// What happens to a store while its first snapshot arrives, line by line.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { EntityOf } from '@shortlist/domain/entities.ts';
import { Store } from './store.ts';

/** Whole ideas are not needed: nothing here looks into them. */
const ideaOf = (id: string, problem = 'A problem') => ({ id, problem }) as unknown as EntityOf<'idea'>;

function arrive(store: Store, ...ids: readonly string[]): void {
  store.putRows(
    'idea',
    ['id', 'problem'],
    ids.map((id) => [id, 'A problem']),
  );
}

const shown = (store: Store) => store.all('idea').map(({ id }) => id);

test('an item that is opened meanwhile and not in the snapshot is gone at its end, as one that was there before', () => {
  for (const isFirst of [true, false]) {
    const store = new Store();
    if (isFirst) store.putOpened('idea', 'idea_old', ideaOf('idea_old'), 5);
    store.beginSnapshot();
    arrive(store, 'idea_1', 'idea_2');
    if (!isFirst) store.putOpened('idea', 'idea_old', ideaOf('idea_old'), 5);
    arrive(store, 'idea_3');
    store.endSnapshot(10);
    assert.deepEqual(shown(store), ['idea_1', 'idea_2', 'idea_3'], isFirst ? 'there before' : 'meanwhile');
  }
});

test('what a guess takes away or makes meanwhile is as the snapshot says without the guess', () => {
  const store = new Store();
  store.beginSnapshot();
  arrive(store, 'idea_1', 'idea_2');
  store.lay({
    commandId: 'c1',
    by: 'mem_ada',
    make: () => [
      { event: 'idea.removed', entity: 'idea', id: 'idea_1', value: null },
      { event: 'idea.captured', entity: 'idea', id: 'idea_9', value: { ...ideaOf('idea_9') } },
    ],
  });
  arrive(store, 'idea_3');
  store.endSnapshot(10);
  assert.deepEqual(shown(store).toSorted(), ['idea_2', 'idea_3', 'idea_9']);
  store.withdraw('c1');
  assert.deepEqual(shown(store).toSorted(), ['idea_1', 'idea_2', 'idea_3']);
});

test('a row that comes twice is there once', () => {
  const store = new Store();
  store.beginSnapshot();
  arrive(store, 'idea_1');
  arrive(store, 'idea_1', 'idea_2');
  store.endSnapshot(10);
  assert.deepEqual(shown(store), ['idea_1', 'idea_2']);
});
