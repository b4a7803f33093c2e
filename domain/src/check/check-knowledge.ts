/** What a workspace taught the check, from its entities: the server and the app gather it in the same way. */
import type { CheckKnowledge } from './check-finding.ts';
import type { Dismissal } from './dismissal.ts';
import type { Term } from './term.ts';

/** A word of the domain says nothing against the rule: it belongs into the glossary, and such dismissals are not counted. */
export function knowledgeOf(terms: readonly Pick<Term, 'word'>[], dismissals: readonly Dismissal[]): CheckKnowledge {
  const counted: Record<string, number> = {};
  for (const { rule, reason } of dismissals) if (reason !== 'own_word') counted[rule] = (counted[rule] ?? 0) + 1;
  return { glossary: terms.map(({ word }) => word), dismissals: counted };
}
