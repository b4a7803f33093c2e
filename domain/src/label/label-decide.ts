/** Labels: free words that are made while they are given, and renamed, merged and removed in one place. */
import { put, remove, type Change, type Decision, type DecisionContext } from '../decision.ts';
import type { Id } from '../ids.ts';
import type { OutputOf, ParsedInputOf } from '../operations.ts';
import { refuse, type Refusal } from '../refusal.ts';
import { labelled, labelsCalled, newLabel } from './given-labels.ts';
import { labelsMost, labelsOnOneMost } from './label-colours.ts';
import type { Label, Labelling } from './label.ts';
import { labelCalled, labelsById, labelUnder } from './labels-of.ts';

export function createLabel(
  { labels }: { readonly labels: readonly Label[] },
  { name, colour }: ParsedInputOf<'label.create'>,
  context: DecisionContext,
): Decision<Label> {
  const same = labelCalled(name, labels);
  if (same !== undefined) return refuse('already_done', nameIsTaken(name, same));
  if (labels.length >= labelsMost) return tooManyLabels();
  const label: Label = { ...newLabel(name, labels.length, 0, context), ...(colour !== undefined && { colour }) };
  return { changes: [put('label.created', 'label', label)], value: label };
}

export function editLabel(
  { label, labels }: { readonly label: Label; readonly labels: readonly Label[] },
  { name = label.name, colour = label.colour }: ParsedInputOf<'label.edit'>,
): Decision<Label> {
  const same = labelCalled(name, labels);
  if (same !== undefined && same.id !== label.id) {
    return refuse('conflict', `${nameIsTaken(name, same)} Merge the two if they mean the same.`);
  }
  const edited: Label = { ...label, name, colour };
  return { changes: [put('label.edited', 'label', edited)], value: edited };
}

export function mergeLabel(
  { label, into, labels }: { readonly label: Label; readonly into: Label; readonly labels: readonly Label[] },
  _input: ParsedInputOf<'label.merge'>,
): Decision<Label> {
  if (label.id === into.id) return refuse('conflict', 'A label cannot be merged into itself. Name another one.');
  const gone = [label, into].find(({ mergedIntoId }) => mergedIntoId !== null);
  if (gone !== undefined) {
    return refuse('conflict', `“${gone.name}” was merged already. Name the label that stands in its place.`);
  }
  // What was merged into the one that goes follows it, so that nobody ever has two steps to go.
  const followers = labels.filter(({ mergedIntoId }) => mergedIntoId === label.id);
  const merged = [label, ...followers].map((one) => put('label.merged', 'label', { ...one, mergedIntoId: into.id }));
  return { changes: merged, value: into };
}

/** What it was given to keeps its id, which means nothing from then on: taking it back gives the label back everywhere. */
export function removeLabel({ label, labels }: { readonly label: Label; readonly labels: readonly Label[] }): Decision<Label> {
  const followers = labels.filter(({ mergedIntoId }) => mergedIntoId === label.id);
  return { changes: [label, ...followers].map(({ id }) => remove('label.removed', 'label', id)), value: label };
}

export interface SetLabelsState {
  readonly labels: readonly Label[];
  /** What is labelled or not, by its id. */
  readonly subjects: ReadonlyMap<string, Labelling | undefined>;
}

export function setLabels(
  { labels, subjects }: SetLabelsState,
  { subjectIds, addIds, addWords, removeIds }: ParsedInputOf<'label.set'>,
  context: DecisionContext,
): Decision<OutputOf<'label.set'>> {
  const missing = subjectIds.find((id) => !subjects.has(id));
  if (missing !== undefined) return refuse('not_found', `There is no idea or work item ${missing}. Check its handle.`);
  const byId = new Map(labelsById(labels));
  const unknown = [...addIds, ...removeIds].find((id) => !byId.has(id));
  if (unknown !== undefined) return noLabel(unknown);
  const { given, created } = labelsCalled(addWords, labels, context);
  if (labels.length + created.length > labelsMost) return tooManyLabels();
  for (const label of created) byId.set(label.id, label);
  const change: LabelChange = {
    add: [...addIds, ...given.map(({ id }) => id)].flatMap((id) => labelUnder(id, byId)?.id ?? []),
    remove: new Set(removeIds.flatMap((id) => labelUnder(id, byId)?.id ?? [])),
  };
  const changes: Change[] = [];
  const changed: string[] = [];
  for (const [subjectId, labelling] of subjects) {
    const before = labelling?.labelIds ?? [];
    const after = changedIds(before, change, byId);
    if (after.length > labelsOnOneMost) return tooManyOnOne(subjectIds.length);
    if (isSame(before, after)) continue;
    changed.push(subjectId);
    changes.push(labelled(subjectId, after));
  }
  if (changes.length === 0) return refuse('already_done', 'They have just these labels already.');
  const made = created.map((label) => put('label.created', 'label', label));
  return { changes: [...made, ...changes], value: { created: [...created], changed } };
}

interface LabelChange {
  readonly add: readonly Id<'label'>[];
  readonly remove: ReadonlySet<string>;
}

/** Also forgets the ids that mean nothing any more. */
function changedIds(before: readonly Id<'label'>[], { add, remove: taken }: LabelChange, labels: ReadonlyMap<string, Label>) {
  const known = before.flatMap((id) => labelUnder(id, labels)?.id ?? []);
  return [...new Set([...known, ...add])].filter((id) => !taken.has(id));
}

function isSame(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((id, place) => id === b[place]);
}

export function noLabel(id: string): Refusal {
  return refuse('not_found', `There is no label ${id}. It may have been removed.`);
}

function nameIsTaken(name: string, same: Label): string {
  return same.name.toLowerCase() === name.trim().toLowerCase()
    ? `There is a label “${same.name}” already.`
    : `“${name.trim()}” was merged into “${same.name}”. Use that one.`;
}

function tooManyLabels(): Refusal {
  return refuse('conflict', `There are ${labelsMost} labels, and that is the limit. Remove some that nobody uses.`);
}

function tooManyOnOne(count: number): Refusal {
  const whose = count === 1 ? 'It' : 'One of them';
  return refuse(
    'conflict',
    `${whose} would have more than ${labelsOnOneMost} labels, and that is the limit. Take some away first.`,
  );
}
