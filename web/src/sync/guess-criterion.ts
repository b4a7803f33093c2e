// Guesses of acceptance criteria.
import {
  addCriterion,
  editCriterion,
  moveCriterion,
  removeCriterion,
  verifyCriterion,
} from '@shortlist/domain/story/criterion-decide.ts';
import type { MakeGuess } from './command-guess.ts';
import { changesOf } from './guess-of.ts';
import type { StoreReader } from './store.ts';

export const guessCriterionAdd: MakeGuess<'criterion.add'> = (read, input, context) => {
  const story = read.get('story', input.itemId);
  if (story === undefined) return null;
  // The references of the input are the server's own ids, brands apart.
  const parsed = input as Parameters<typeof addCriterion>[1];
  return changesOf(addCriterion({ story, criteria: read.by('criterion', 'storyId', story.id) }, parsed, context));
};

export const guessCriterionEdit: MakeGuess<'criterion.edit'> = (read, input, context) => {
  const criterion = read.get('criterion', input.criterionId);
  if (criterion === undefined) return null;
  const { text, example } = input;
  const said = { criterionId: criterion.id, ...(text !== undefined && { text: text.trim() }), example };
  return changesOf(editCriterion({ criterion }, said, context));
};

export const guessCriterionMove: MakeGuess<'criterion.move'> = (read, input) => {
  const tree = treeOf(read, input.criterionId);
  return tree === null ? null : changesOf(moveCriterion(tree, input as Parameters<typeof moveCriterion>[1]));
};

export const guessCriterionRemove: MakeGuess<'criterion.remove'> = (read, input) => {
  const tree = treeOf(read, input.criterionId);
  return tree === null ? null : changesOf(removeCriterion(tree));
};

export const guessCriterionVerify: MakeGuess<'criterion.verify'> = (read, input, context) => {
  const tree = treeOf(read, input.criterionId);
  if (tree === null) return null;
  const { criterionId: _criterionId, note = '', ...said } = input;
  return changesOf(verifyCriterion(tree, { ...said, criterionId: tree.criterion.id, note: note.trim() }, context));
};

function treeOf(read: StoreReader, criterionId: string) {
  const criterion = read.get('criterion', criterionId);
  return criterion === undefined ? null : { criterion, criteria: read.by('criterion', 'storyId', criterion.storyId) };
}
