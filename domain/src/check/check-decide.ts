/** What a workspace teaches the problem check: words of its own, and findings set aside. */
import { put, remove, type Decision, type DecisionContext } from '../decision.ts';
import type { ParsedInputOf } from '../operations.ts';
import { refuse } from '../refusal.ts';
import type { Story } from '../story/story.ts';
import type { Dismissal } from './dismissal.ts';
import { dismissalKey } from './dismissal-key.ts';
import type { Term } from './term.ts';

/** More than any team's vocabulary; keeps the check within its time. */
const mostTerms = 2000;

export function addTerm(
  state: { readonly terms: readonly Term[] },
  input: ParsedInputOf<'term.add'>,
  context: DecisionContext,
): Decision<Term> {
  const same = input.word.toLowerCase();
  if (state.terms.some(({ word }) => word.toLowerCase() === same)) {
    return refuse('already_done', `“${input.word}” is in the glossary already.`);
  }
  if (state.terms.length >= mostTerms) {
    return refuse('conflict', `The glossary holds ${mostTerms} words, and that is its limit. Remove one first.`);
  }
  const term: Term = { id: context.newId('term'), word: input.word, createdAt: context.now };
  return { changes: [put('term.added', 'term', term)], value: term };
}

export function removeTerm(state: { readonly term: Term }): Decision<Term> {
  return { changes: [remove('term.removed', 'term', state.term.id)], value: state.term };
}

export function dismissFinding(
  state: { readonly story: Story; readonly dismissals: readonly Dismissal[] },
  input: ParsedInputOf<'check.dismiss'>,
  context: DecisionContext,
): Decision<Dismissal> {
  const key = dismissalKey(input.rule, input.words);
  if (state.dismissals.some(({ rule, words }) => dismissalKey(rule, words) === key)) {
    return refuse('already_done', 'This finding is set aside already.');
  }
  const dismissal: Dismissal = {
    id: context.newId('dismissal'),
    storyId: state.story.id,
    rule: input.rule,
    words: input.words.trim().toLowerCase(),
    reason: input.reason,
    createdAt: context.now,
  };
  return { changes: [put('check.dismissed', 'dismissal', dismissal)], value: dismissal };
}

export function restoreFinding(state: { readonly dismissal: Dismissal }): Decision<Dismissal> {
  const { dismissal } = state;
  return { changes: [remove('check.restored', 'dismissal', dismissal.id, dismissal.storyId)], value: dismissal };
}
