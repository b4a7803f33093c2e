import assert from 'node:assert/strict';
import { test } from 'node:test';
import { accepted, aContext, anId, eventsOf, parsed, refused } from '../decision-examples.ts';
import type { InputOf } from '../operations.ts';
import { setCollaborators } from './collaborator-decide.ts';
import { collaboratorsMost, collaboratorsOf } from './collaborators.ts';
import { newTask } from './new-item.ts';
import { editStory, editTask } from './story-decide.ts';
import { aStory, mia, tom } from './story-examples.ts';
import type { Story } from './story.ts';
import type { Task } from './task.ts';

const ada = anId.person();
const aTask = (parts: Partial<Task> = {}): Task => ({
  ...newTask(aContext(), { handle: 'TASK-1', title: 'Renew it', why: '', ideaId: null }),
  ...parts,
});

type Changed = Omit<InputOf<'collaborator.set'>, 'itemIds'>;

function set(change: Changed, stories: readonly Story[], tasks: readonly Task[] = []) {
  const itemIds = [...stories, ...tasks].map(({ id }) => id);
  return setCollaborators({ stories, tasks }, parsed('collaborator.set', { itemIds, ...change }));
}

/** Who works on each item after it, where that is somebody else. */
function after(change: Changed, stories: readonly Story[], tasks: readonly Task[] = []) {
  // Both kinds have the field.
  return accepted(set(change, stories, tasks)).changes.map(({ value }) => (value as Story | Task).collaboratorIds);
}

test('some are added and taken away, the others stay in their order, and nobody is there twice', () => {
  assert.deepEqual(after({ addIds: [tom, ada, tom] }, [aStory()]), [[tom, ada]]);
  assert.deepEqual(after({ addIds: [ada], removeIds: [mia] }, [aStory({ collaboratorIds: [mia, tom] })]), [[tom, ada]]);
  assert.deepEqual(after({ removeIds: [tom] }, [aStory({ collaboratorIds: [tom] })]), [null]);
});

test('stories and tasks are changed together, and only those that have others afterwards', () => {
  const [has, hasNot, task] = [aStory({ collaboratorIds: [tom] }), aStory({ id: anId.item() }), aTask()];
  const decision = set({ addIds: [tom] }, [has, hasNot], [task]);
  assert.deepEqual(eventsOf(decision), ['story.collaborators_set', 'task.collaborators_set']);
  assert.deepEqual(accepted(decision).value.changed, [hasNot.id, task.id]);
});

test('who owns an item is no collaborator of it, neither added nor when becoming the owner', () => {
  assert.deepEqual(after({ addIds: [mia, tom] }, [aStory({ ownerId: mia })]), [[tom]]);
  assert.equal(refused(set({ addIds: [mia] }, [aStory({ ownerId: mia })])).code, 'already_done');
  const story = aStory({ collaboratorIds: [mia, tom] });
  const edit = { itemId: story.id, ownerId: mia };
  assert.deepEqual(accepted(editStory({ story, personas: [] }, parsed('story.edit', edit), aContext())).value.collaboratorIds, [
    tom,
  ]);
  const task = aTask({ collaboratorIds: [mia] });
  assert.equal(accepted(editTask({ task }, parsed('task.edit', { ...edit, itemId: task.id }))).value.collaboratorIds, null);
});

test('an unknown item, one too many and nothing to change are refused with a sentence', () => {
  const unknown = setCollaborators({ stories: [], tasks: [] }, parsed('collaborator.set', { itemIds: ['sto_9'], addIds: [tom] }));
  assert.match(refused(unknown).message, /no story or task sto_9\. Check its handle/);
  const many = Array.from({ length: collaboratorsMost }, () => anId.person());
  const full = aStory({ collaboratorIds: many });
  assert.match(
    refused(set({ addIds: [tom] }, [full])).message,
    /^STORY-1 would have more than 10 collaborators.*Take somebody away/,
  );
  assert.equal(accepted(set({ addIds: [tom], removeIds: many.slice(0, 1) }, [full])).changes.length, 1);
  assert.equal(refused(set({ addIds: [tom] }, [], [aTask({ collaboratorIds: [tom] })])).code, 'already_done');
  assert.equal(refused(set({ removeIds: [tom] }, [aStory()])).code, 'already_done');
  assert.throws(() => parsed('collaborator.set', { itemIds: ['sto_1'], addIds: [...many, tom] }));
});

test('a story from before there were collaborators has none', () => {
  // As a browser kept it then.
  const { collaboratorIds: _none, ...old } = aStory();
  assert.deepEqual(collaboratorsOf(old as Story), []);
  assert.deepEqual(after({ addIds: [tom] }, [old as Story]), [[tom]]);
});
