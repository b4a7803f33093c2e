import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Store } from './store.ts';
import { storeView, viewsByInputs } from './store-view.ts';

function storeWith(...names: readonly string[]): Store {
  const store = new Store();
  store.beginSnapshot();
  store.putRows(
    'member',
    ['id', 'name'],
    names.map((name) => [`mem_${name}`, name]),
  );
  store.putRows('workspace', ['id', 'name'], [['wsp_1', 'Acme']]);
  store.endSnapshot(1);
  return store;
}

function rename(store: Store, entity: string, id: string, name: string): void {
  store.applyChanges([{ seq: store.seq + 1, event: 'x.edited', entity, id, value: { id, name }, at: '', by: null, via: 'api' }]);
}

test('a view is computed again only when something it read has changed', () => {
  const store = storeWith('ada', 'ben');
  let computed = 0;
  const view = storeView(store, (read) => {
    computed += 1;
    return read.get('member', 'mem_ada')?.name;
  });
  assert.equal(view(), 'ada');
  rename(store, 'member', 'mem_ben', 'Benedikt');
  rename(store, 'workspace', 'wsp_1', 'Acme and sons');
  assert.equal(view(), 'ada');
  assert.equal(computed, 1);
  rename(store, 'member', 'mem_ada', 'Ada L');
  assert.equal(view(), 'Ada L');
  assert.equal(computed, 2);
});

test('a view follows what it reads now, not what it read at first', () => {
  const store = storeWith('ada', 'ben');
  const view = storeView(store, (read) =>
    read.get('workspace', 'wsp_1')?.name === 'Acme' ? read.get('member', 'mem_ada')?.name : read.get('member', 'mem_ben')?.name,
  );
  assert.equal(view(), 'ada');
  rename(store, 'workspace', 'wsp_1', 'Other');
  assert.equal(view(), 'ben');
  rename(store, 'member', 'mem_ben', 'Benedikt');
  assert.equal(view(), 'Benedikt');
});

test('an array of the same entries stays the same array', () => {
  const store = storeWith('ada', 'ben');
  const view = storeView(store, (read) => read.all('member').filter((member) => member.id !== 'mem_ben'));
  const before = view();
  rename(store, 'member', 'mem_ben', 'Benedikt');
  assert.equal(view(), before);
  rename(store, 'member', 'mem_ada', 'Ada L');
  assert.notEqual(view(), before);
});

test('a component’s view is kept while its inputs stay, and made anew with others', () => {
  const store = storeWith('ada', 'ben');
  const viewFor = viewsByInputs<string | undefined>(store);
  const viewOf = (id: string) => viewFor((read) => read.get('member', id)?.name, [id]);
  const first = viewOf('mem_ada');
  assert.equal(viewOf('mem_ada'), first);
  assert.equal(viewOf('mem_ben')(), 'ben');
});
