import assert from 'node:assert/strict';
import { test } from 'node:test';
import { accepted, refused } from '../decision-examples.ts';
import { answerQuestion, askQuestion, editQuestion, mostQuestions } from './question-decide.ts';
import { storyReadiness, taskReadiness, type StoryParts } from './readiness.ts';
import { defaultReadyPoints, storyPoints } from './ready-points.ts';
import { editStory, readStory } from './story-decide.ts';
import { aContext, aCriterion, aQuestion, aStory, mia, tom } from './story-examples.ts';
import { newTask } from './new-item.ts';

const team = { readyPoints: defaultReadyPoints, memberIds: [mia, tom] };
const outcome = { kind: 'none', because: 'the law asks for it' } as const;
const read = { by: tom, at: '2026-11-21T09:00:00.000Z' };

function missing(story = aStory(), parts: Partial<StoryParts> = {}) {
  return storyReadiness(story, { criteria: [aCriterion(1)], questions: [], team, ...parts }).missing;
}

test('a new team asks for everything but a design read', () => {
  const empty = aStory({ personaId: null, need: '', benefit: '' });
  const all = missing(empty, { criteria: [], questions: [aQuestion()] });
  assert.deepEqual(all, ['persona', 'need', 'benefit', 'criterion', 'outcome', 'questions', 'read']);
  const every = { ...team, readyPoints: [...storyPoints] };
  assert.deepEqual(missing(aStory({ outcome, read }), { team: every }), ['design']);
});

test('a story that says all of it is ready', () => {
  const answered = aQuestion({ answer: 'No', answeredBy: mia, answeredAt: '2026-11-21T09:00:00.000Z' });
  assert.deepEqual(missing(aStory({ outcome, read }), { questions: [answered] }), []);
  const measured = { kind: 'metric', metric: 'Typos', unit: '', baseline: null, target: 1, date: '2027-03-12' } as const;
  assert.deepEqual(missing(aStory({ outcome: measured, read })), []);
});

test('what a team does not ask for is not missing', () => {
  assert.deepEqual(missing(aStory({ personaId: null }), { team: { ...team, readyPoints: ['need'] } }), []);
});

test('in a team of one nobody else has to read it', () => {
  const alone = { readyPoints: [...storyPoints], memberIds: [mia] };
  const { points, ready } = storyReadiness(aStory({ outcome }), { criteria: [aCriterion(1)], questions: [], team: alone });
  assert.equal(ready, true);
  assert.ok(!points.some(({ point }) => point === 'read' || point === 'design'));
});

test('one’s own words are not read by oneself, another’s are', () => {
  const input = { itemId: aStory().id, as: 'reader' } as const;
  assert.match(refused(readStory({ story: aStory({ wordedBy: mia }) }, input, aContext())).message, /your own words/);
  const { value } = accepted(readStory({ story: aStory({ wordedBy: tom }) }, input, aContext()));
  assert.deepEqual([value.read, value.designRead], [{ by: mia, at: '2026-11-23T09:00:00.000Z' }, null]);
  const { value: design } = accepted(readStory({ story: aStory({ wordedBy: null }) }, { ...input, as: 'design' }, aContext()));
  assert.deepEqual([design.read, design.designRead?.by], [null, mia]);
});

test('a change of who, what or why keeps the reading and says that it came after; other fields do not', () => {
  const story = aStory({ read, wordedBy: tom });
  const edit = (fields: object) =>
    accepted(editStory({ story, personas: [] }, { itemId: story.id, ...fields }, aContext())).value;
  assert.deepEqual([edit({ need: 'see who left' }).read, edit({ need: 'see who left' }).wordedBy], [read, mia]);
  assert.equal(edit({ need: 'see who left' }).wordedAt, '2026-11-23T09:00:00.000Z');
  assert.equal(edit({ size: 'M', need: story.need }).wordedAt, story.wordedAt);
});

test('a question is closed by its answer, keeps its words then, and opens again without one', () => {
  const question = aQuestion({ ownerId: tom });
  const questionId = question.id;
  const { value: closed } = accepted(answerQuestion({ question }, { questionId, answer: 'Yes' }, aContext()));
  assert.deepEqual([closed.answer, closed.answeredBy, closed.answeredAt], ['Yes', mia, '2026-11-23T09:00:00.000Z']);
  assert.match(refused(editQuestion({ question: closed }, { questionId, text: 'Else?' })).message, /answered/);
  assert.equal(accepted(editQuestion({ question: closed }, { questionId, ownerId: null })).value.ownerId, null);
  assert.deepEqual(accepted(answerQuestion({ question: closed }, { questionId, answer: null }, aContext())).value, question);
});

test('questions are bounded', () => {
  const questions = Array.from({ length: mostQuestions }, () => aQuestion());
  const asked = askQuestion({ story: aStory(), questions }, { itemId: aStory().id, text: 'One more?' }, aContext());
  assert.match(refused(asked).message, /at most 50/);
});

test('a task is ready with its why alone', () => {
  const task = newTask(aContext(), { handle: 'TASK-1', title: 'Renew it', why: '', ideaId: null });
  assert.deepEqual(taskReadiness(task).missing, ['why']);
  assert.equal(taskReadiness({ ...task, why: 'it ends' }).ready, true);
});
