/** How labels are given, by whatever gives them: a command of labels, a review that refines an idea, an import. */
import { put, type Change, type DecisionContext } from '../decision.ts';
import type { Id } from '../ids.ts';
import { labelColours } from './label-colours.ts';
import type { Label } from './label.ts';
import { labelCalled, labellingId } from './labels-of.ts';

/** The change that gives something just these labels. */
export function labelled(subjectId: string, labelIds: readonly Id<'label'>[], event = 'labels.set'): Change {
  return put(event, 'labelling', { id: labellingId(subjectId), subjectId, labelIds: [...labelIds] });
}

/** Labels by their words, each once; those that do not exist yet are begun. `from`: how many the command has made before. */
export function labelsCalled(words: readonly string[], labels: readonly Label[], context: DecisionContext, from = 0) {
  const all = [...labels];
  const created: Label[] = [];
  const given = new Set<Label>();
  for (const word of words) {
    const known = labelCalled(word, all);
    const label = known ?? newLabel(word.trim(), all.length, from + created.length, context);
    if (known === undefined) {
      all.push(label);
      created.push(label);
    }
    given.add(label);
  }
  return { given: [...given], created };
}

/** `place`: how many labels there are; `index`: how many this command has made. */
export function newLabel(name: string, place: number, index: number, context: DecisionContext): Label {
  // The colours in turn: neighbours in the list of all labels are told apart best.
  const colour = labelColours[place % labelColours.length] ?? 'stone';
  return { id: context.newId('label', index), name, colour, mergedIntoId: null, createdAt: context.now };
}
