import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { FeedChange } from '@shortlist/domain/change/change-operations.ts';
import type { Change } from '@shortlist/domain/decision.ts';
import { entities, entityNames, type EntityOf } from '@shortlist/domain/entities.ts';
import type { Id } from '@shortlist/domain/ids.ts';
import { fetchedWhenOpened } from './entity-values.ts';
import { Store } from './store.ts';

type Idea = EntityOf<'idea'>;

function anIdea(id: string, problem = 'A problem'): Idea {
  return {
    // Brands exist for the compiler only.
    id: id as Id<'idea'>,
    handle: 'IDEA-1',
    problem,
    context: null,
    suggesterId: 'mem_ada' as Id<'person'>,
    decision: null,
    keptCount: 0,
    itemId: null,
    answeredAt: null,
    source: null,
    externalId: null,
    capturedAt: '2026-11-22T10:00:00.000Z',
    decidedAt: null,
  };
}

function change(seq: number, entity: string, id: string, value: object | null, by: string | null = 'mem_ben'): FeedChange {
  // Every entity is a record.
  return {
    seq,
    event: `${entity}.edited`,
    entity,
    id,
    value: value as FeedChange['value'],
    at: '2026-11-22T10:00:00.000Z',
    by,
    via: 'app',
  };
}

function storeWith(...ideas: readonly Idea[]): Store {
  const store = new Store();
  store.beginSnapshot();
  store.putRows(
    'idea',
    Object.keys(anIdea('idea_0')),
    ideas.map((idea) => Object.values(idea)),
  );
  store.endSnapshot(10);
  return store;
}

function editing(store: Store, commandId: string, id: string, fields: Partial<Idea>) {
  const make = (): Change[] | null => {
    const idea = store.get('idea', id);
    return idea === undefined ? null : [{ event: 'idea.edited', entity: 'idea', id, value: { ...idea, ...fields } }];
  };
  return { commandId, by: 'mem_ada', make };
}

test('a change sets the whole value, and null removes the entity (feed 1.2)', () => {
  const store = storeWith(anIdea('idea_1'));
  assert.equal(store.applyChanges([change(11, 'idea', 'idea_1', anIdea('idea_1', 'Another'))]), true);
  assert.equal(store.get('idea', 'idea_1')?.problem, 'Another');
  store.applyChanges([change(12, 'idea', 'idea_1', null)]);
  assert.equal(store.get('idea', 'idea_1'), undefined);
  assert.deepEqual(store.all('idea'), []);
  assert.equal(store.seq, 12);
});

test('a change that comes twice, or again after a newer one, does no harm (feed 1.3)', () => {
  const store = storeWith(anIdea('idea_1'));
  const older = change(11, 'idea', 'idea_1', anIdea('idea_1', 'Older'));
  const newer = change(12, 'idea', 'idea_1', anIdea('idea_1', 'Newer'));
  store.applyChanges([older, newer]);
  const kept = store.get('idea', 'idea_1');
  assert.equal(store.applyChanges([older, newer]), true);
  assert.equal(store.get('idea', 'idea_1'), kept);
  assert.equal(kept?.problem, 'Newer');
});

test('a missing number stops what comes after it, and the store says so (feed 3.1)', () => {
  const store = storeWith(anIdea('idea_1'));
  const answer = store.applyChanges([
    change(11, 'idea', 'idea_1', anIdea('idea_1', 'Eleven')),
    change(13, 'idea', 'idea_1', anIdea('idea_1', 'Thirteen')),
  ]);
  assert.equal(answer, false);
  assert.equal(store.seq, 11);
  assert.equal(store.get('idea', 'idea_1')?.problem, 'Eleven');
});

test('a change of an entity that this page does not know counts and changes nothing else (feed 3.5)', () => {
  const store = storeWith(anIdea('idea_1'));
  const before = store.all('idea');
  assert.equal(store.applyChanges([change(11, 'balloon', 'bal_1', { id: 'bal_1', colour: 'red' })]), true);
  assert.equal(store.seq, 11);
  assert.equal(store.all('idea'), before);
});

test('what a whole snapshot does not name is gone, and what it names unchanged stays the same object (feed 2.1)', () => {
  const store = storeWith(anIdea('idea_1'), anIdea('idea_2'));
  const kept = store.get('idea', 'idea_1');
  store.beginSnapshot();
  store.putRows('idea', Object.keys(anIdea('idea_0')), [Object.values(anIdea('idea_1')), Object.values(anIdea('idea_3'))]);
  assert.notEqual(store.get('idea', 'idea_2'), undefined);
  store.endSnapshot(20);
  assert.equal(store.get('idea', 'idea_2'), undefined);
  assert.equal(store.get('idea', 'idea_1'), kept);
  assert.notEqual(store.get('idea', 'idea_3'), undefined);
  assert.equal(store.seq, 20);
});

test('an equal value leaves the object, the lists and the listeners alone', () => {
  const store = storeWith(anIdea('idea_1'));
  const [kept, all] = [store.get('idea', 'idea_1'), store.all('idea')];
  let told = 0;
  store.subscribeAny(() => (told += 1));
  store.applyChanges([change(11, 'idea', 'idea_1', anIdea('idea_1'))]);
  assert.equal(store.get('idea', 'idea_1'), kept);
  assert.equal(store.all('idea'), all);
  assert.equal(told, 0);
});

test('listeners of an entity, of its kind and of anything hear once of what changed together, others not at all', () => {
  const store = storeWith(anIdea('idea_1'), anIdea('idea_2'), anIdea('idea_3'));
  const heard: string[] = [];
  store.subscribeTo('idea', 'idea_1', () => heard.push('one'));
  const stop = store.subscribeTo('idea', 'idea_3', () => heard.push('three'));
  store.subscribe('idea', () => heard.push('ideas'));
  store.subscribe('story', () => heard.push('stories'));
  store.subscribeAny(() => heard.push('any'));
  store.applyChanges([
    change(11, 'idea', 'idea_1', anIdea('idea_1', 'First')),
    change(12, 'idea', 'idea_2', anIdea('idea_2', 'Second')),
    change(13, 'idea', 'idea_1', anIdea('idea_1', 'Third')),
  ]);
  assert.deepEqual(heard.toSorted(), ['any', 'ideas', 'one']);
  stop();
  store.applyChanges([change(14, 'idea', 'idea_3', null)]);
  assert.equal(heard.includes('three'), false);
});

test('a guess is shown and never written: without it the feed’s own value is there again (feed 8.1)', () => {
  const store = storeWith(anIdea('idea_1', 'Said'));
  const base = store.get('idea', 'idea_1');
  store.lay(editing(store, 'c1', 'idea_1', { problem: 'Guessed' }));
  assert.equal(store.get('idea', 'idea_1')?.problem, 'Guessed');
  store.withdraw('c1');
  assert.equal(store.get('idea', 'idea_1'), base);
});

test('a guess is dropped exactly when the feed has passed the number of its answer (feed 8.2)', () => {
  const store = storeWith(anIdea('idea_1', 'Said'), anIdea('idea_2'));
  store.lay(editing(store, 'c1', 'idea_1', { problem: 'Guessed' }));
  store.acknowledge('c1', 12);
  store.applyChanges([change(11, 'idea', 'idea_2', anIdea('idea_2', 'Meanwhile'))]);
  assert.equal(store.get('idea', 'idea_1')?.problem, 'Guessed');
  assert.equal(store.guessCount, 1);
  store.applyChanges([change(12, 'idea', 'idea_1', anIdea('idea_1', 'As the server has it'), 'mem_ada')]);
  assert.equal(store.get('idea', 'idea_1')?.problem, 'As the server has it');
  assert.equal(store.guessCount, 0);
});

test('an answer that comes after its changes drops the guess at once (feed 8.2)', () => {
  const store = storeWith(anIdea('idea_1', 'Said'));
  store.lay(editing(store, 'c1', 'idea_1', { problem: 'Guessed' }));
  store.applyChanges([change(11, 'idea', 'idea_1', anIdea('idea_1', 'Done'), 'mem_ada')]);
  assert.equal(store.get('idea', 'idea_1')?.problem, 'Guessed');
  store.acknowledge('c1', 11);
  assert.equal(store.get('idea', 'idea_1')?.problem, 'Done');
});

test('a guessed entity that the server never made is gone with its guess', () => {
  const store = storeWith();
  store.lay({
    commandId: 'c1',
    by: 'mem_ada',
    make: () => [{ event: 'idea.captured', entity: 'idea', id: 'idea_9', value: anIdea('idea_9') }],
  });
  assert.equal(store.all('idea').length, 1);
  store.withdraw('c1');
  assert.deepEqual(store.all('idea'), []);
});

test('a guessed removal hides the entity until it is refused', () => {
  const store = storeWith(anIdea('idea_1'));
  store.lay({
    commandId: 'c1',
    by: 'mem_ada',
    make: () => [{ event: 'idea.removed', entity: 'idea', id: 'idea_1', value: null }],
  });
  assert.equal(store.get('idea', 'idea_1'), undefined);
  store.withdraw('c1');
  assert.notEqual(store.get('idea', 'idea_1'), undefined);
});

test('a guess laid on a refused one is made again without it', () => {
  const store = storeWith(anIdea('idea_1', 'Said'));
  store.lay(editing(store, 'c1', 'idea_1', { problem: 'Refused' }));
  store.lay(editing(store, 'c2', 'idea_1', { context: 'Stays' }));
  assert.deepEqual([store.get('idea', 'idea_1')?.problem, store.get('idea', 'idea_1')?.context], ['Refused', 'Stays']);
  store.withdraw('c1');
  assert.deepEqual([store.get('idea', 'idea_1')?.problem, store.get('idea', 'idea_1')?.context], ['Said', 'Stays']);
});

test('what somebody else changes under a guess shows through it', () => {
  const store = storeWith(anIdea('idea_1', 'Said'));
  store.lay(editing(store, 'c1', 'idea_1', { context: 'Mine' }));
  store.applyChanges([change(11, 'idea', 'idea_1', anIdea('idea_1', 'Theirs'))]);
  assert.deepEqual([store.get('idea', 'idea_1')?.problem, store.get('idea', 'idea_1')?.context], ['Theirs', 'Mine']);
});

test('a guess is not made a second time over its own command’s changes', () => {
  const store = storeWith(anIdea('idea_1'));
  const make = (): Change[] => {
    const idea = store.get('idea', 'idea_1');
    assert.ok(idea);
    return [{ event: 'idea.kept', entity: 'idea', id: idea.id, value: { ...idea, keptCount: idea.keptCount + 1 } }];
  };
  store.lay({ commandId: 'c1', by: 'mem_ada', make });
  const kept = { ...change(11, 'idea', 'idea_1', { ...anIdea('idea_1'), keptCount: 1 }, 'mem_ada'), event: 'idea.kept' };
  store.applyChanges([kept]);
  assert.equal(store.get('idea', 'idea_1')?.keptCount, 1);
  store.acknowledge('c1', 11);
  assert.equal(store.get('idea', 'idea_1')?.keptCount, 1);
});

test('a snapshot taken while a guess lies over the store leaves the guess on top', () => {
  const store = storeWith(anIdea('idea_1', 'Said'));
  store.lay(editing(store, 'c1', 'idea_1', { context: 'Mine' }));
  store.beginSnapshot();
  store.putRows('idea', Object.keys(anIdea('idea_0')), [Object.values(anIdea('idea_1', 'Theirs'))]);
  store.endSnapshot(20);
  assert.deepEqual([store.get('idea', 'idea_1')?.problem, store.get('idea', 'idea_1')?.context], ['Theirs', 'Mine']);
  store.withdraw('c1');
  assert.equal(store.get('idea', 'idea_1')?.context, null);
});

test('long texts are kept only when they were opened, and then by the feed', () => {
  const store = storeWith();
  const text = (said: string) =>
    ({ id: 'sto_1.problem', subjectId: 'sto_1', field: 'problem', text: said, editedAt: '2026-11-22T10:00:00.000Z' }) as const;
  store.applyChanges([change(11, 'text', 'sto_1.problem', text('Unopened'))]);
  assert.equal(store.get('text', 'sto_1.problem'), undefined);
  store.putOpened('text', 'sto_1.problem', text('Opened'), 11);
  store.applyChanges([change(12, 'text', 'sto_1.problem', text('By the feed'))]);
  assert.equal(store.get('text', 'sto_1.problem')?.text, 'By the feed');
  assert.equal(store.seqOf('sto_1.problem'), 12);
  store.putOpened('text', 'sto_1.problem', text('An answer that was late'), 11);
  assert.equal(store.get('text', 'sto_1.problem')?.text, 'By the feed');
});

test('the entities that are fetched when opened are those that the domain declares so', () => {
  const declared = entityNames.filter((name) => entities[name].loaded === 'whenOpened');
  assert.deepEqual([...fetchedWhenOpened].toSorted(), declared.toSorted());
});

test('a list catches up with each change, and stays the same array when none of its entries changed', () => {
  const store = storeWith(anIdea('idea_1', 'b'), anIdea('idea_2', 'd'), anIdea('idea_3', 'out'));
  const spec = {
    entity: 'idea',
    where: (idea: Idea) => idea.problem !== 'out',
    order: (a: Idea, b: Idea) => (a.problem < b.problem ? -1 : 1),
  } as const;
  const problems = () => store.list(spec).map((idea) => idea.problem);
  assert.deepEqual(problems(), ['b', 'd']);
  const before = store.list(spec);
  store.applyChanges([change(11, 'idea', 'idea_3', { ...anIdea('idea_3', 'out'), keptCount: 1 })]);
  assert.equal(store.list(spec), before);
  store.applyChanges([change(12, 'idea', 'idea_3', anIdea('idea_3', 'c')), change(13, 'idea', 'idea_1', anIdea('idea_1', 'e'))]);
  assert.deepEqual(problems(), ['c', 'd', 'e']);
  store.applyChanges([change(14, 'idea', 'idea_2', null)]);
  assert.deepEqual(problems(), ['c', 'e']);
});

test('a list that is further behind than the log is made anew', () => {
  const store = storeWith(anIdea('idea_1', 'a'));
  const spec = { entity: 'idea' } as const;
  assert.equal(store.list(spec).length, 1);
  const many = Array.from({ length: 3_000 }, (_, index) => change(11 + index, 'idea', `idea_${index}`, anIdea(`idea_${index}`)));
  store.applyChanges(many);
  assert.equal(store.list(spec).length, 3_000);
});

test('a group stays the same array until one of its own changes', () => {
  const store = storeWith(anIdea('idea_1'), { ...anIdea('idea_2'), suggesterId: 'mem_ben' as Id<'person'> });
  const adas = store.by('idea', 'suggesterId', 'mem_ada' as Id<'person'>);
  store.applyChanges([change(11, 'idea', 'idea_2', { ...anIdea('idea_2', 'Other'), suggesterId: 'mem_ben' })]);
  assert.equal(store.by('idea', 'suggesterId', 'mem_ada' as Id<'person'>), adas);
  store.applyChanges([change(12, 'idea', 'idea_2', anIdea('idea_2'))]);
  assert.deepEqual(
    store.by('idea', 'suggesterId', 'mem_ada' as Id<'person'>).map((idea) => idea.id),
    ['idea_1', 'idea_2'],
  );
  assert.deepEqual(store.by('idea', 'suggesterId', 'mem_ben' as Id<'person'>), []);
});

test('a list whose order never says 0 still loses the right entry', () => {
  const store = storeWith(anIdea('idea_1', 'same'), anIdea('idea_2', 'same'), anIdea('idea_3', 'same'), anIdea('idea_4', 'same'));
  const spec = { entity: 'idea', order: (a: Idea, b: Idea) => (a.problem < b.problem ? -1 : 1) } as const;
  assert.equal(store.list(spec).length, 4);
  store.applyChanges([change(11, 'idea', 'idea_2', null), change(12, 'idea', 'idea_4', null)]);
  assert.deepEqual(
    store
      .list(spec)
      .map((idea) => idea.id)
      .toSorted(),
    ['idea_1', 'idea_3'],
  );
});

test('a snapshot that is past a guess’s number drops it (feed 8.2)', () => {
  const store = storeWith(anIdea('idea_1', 'Said'));
  store.lay(editing(store, 'c1', 'idea_1', { problem: 'Guessed' }));
  store.acknowledge('c1', 15);
  store.beginSnapshot();
  store.putRows('idea', Object.keys(anIdea('idea_0')), [Object.values(anIdea('idea_1', 'As the server has it'))]);
  store.endSnapshot(20);
  assert.equal(store.get('idea', 'idea_1')?.problem, 'As the server has it');
  assert.equal(store.guessCount, 0);
});

test('what a guess shows stays the same object, and its list the same array, while something beside it changes', () => {
  const store = storeWith(anIdea('idea_1', 'a'), anIdea('idea_2', 'out'));
  const spec = { entity: 'idea', where: (idea: Idea) => idea.problem !== 'out' } as const;
  const make = (): Change[] =>
    ['idea_1', 'idea_2'].flatMap((id): Change[] => {
      const idea = store.get('idea', id);
      return idea === undefined ? [] : [{ event: 'idea.edited', entity: 'idea', id, value: { ...idea, context: 'Mine' } }];
    });
  store.lay({ commandId: 'c1', by: 'mem_ada', make });
  const [shown, list] = [store.get('idea', 'idea_1'), store.list(spec)];
  store.applyChanges([change(11, 'idea', 'idea_2', { ...anIdea('idea_2', 'out'), keptCount: 1 })]);
  assert.equal(store.get('idea', 'idea_2')?.keptCount, 1);
  assert.equal(store.get('idea', 'idea_1'), shown);
  assert.equal(store.list(spec), list);
});

test('after a snapshot with a lower number, as of a restored backup, an opened text is taken from its answer again', () => {
  const store = storeWith();
  const text = (said: string) =>
    ({ id: 'sto_1.problem', subjectId: 'sto_1', field: 'problem', text: said, editedAt: '2026-11-22T10:00:00.000Z' }) as const;
  store.putOpened('text', 'sto_1.problem', text('Before'), 10);
  store.beginSnapshot();
  store.endSnapshot(3);
  assert.equal(store.get('text', 'sto_1.problem'), undefined);
  store.putOpened('text', 'sto_1.problem', text('Restored'), 3);
  assert.equal(store.get('text', 'sto_1.problem')?.text, 'Restored');
});
