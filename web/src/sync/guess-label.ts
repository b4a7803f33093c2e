// Guesses of labels.
import { createLabel, editLabel, mergeLabel, removeLabel, setLabels } from '@shortlist/domain/label/label-decide.ts';
import { labellingId } from '@shortlist/domain/label/labels-of.ts';
import type { MakeGuess } from './command-guess.ts';
import { changesOf } from './guess-of.ts';

export const guessLabelCreate: MakeGuess<'label.create'> = (read, input, context) =>
  changesOf(createLabel({ labels: read.all('label') }, { ...input, name: input.name.trim() }, context));

export const guessLabelEdit: MakeGuess<'label.edit'> = (read, input) => {
  const label = read.get('label', input.labelId);
  if (label === undefined) return null;
  const named = input.name === undefined ? {} : { name: input.name.trim() };
  return changesOf(editLabel({ label, labels: read.all('label') }, { ...input, labelId: label.id, ...named }));
};

export const guessLabelMerge: MakeGuess<'label.merge'> = (read, input) => {
  const label = read.get('label', input.labelId);
  const into = read.get('label', input.intoId);
  if (label === undefined || into === undefined) return null;
  return changesOf(mergeLabel({ label, into, labels: read.all('label') }, { labelId: label.id, intoId: into.id }));
};

export const guessLabelRemove: MakeGuess<'label.remove'> = (read, input) => {
  const label = read.get('label', input.labelId);
  return label === undefined ? null : changesOf(removeLabel({ label, labels: read.all('label') }));
};

export const guessLabelSet: MakeGuess<'label.set'> = (read, input, context) => {
  const subjects = new Map(input.subjectIds.map((id) => [id, read.get('labelling', labellingId(id))]));
  const { addIds = [], addWords = [], removeIds = [] } = input;
  // The references of the input are the server's own ids, brands apart.
  const parsed = { subjectIds: input.subjectIds, addIds, addWords, removeIds } as Parameters<typeof setLabels>[1];
  return changesOf(setLabels({ labels: read.all('label'), subjects }, parsed, context));
};
