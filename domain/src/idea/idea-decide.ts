/** Capturing and wording ideas. Deciding them is the review's. */
import { memberOf, put, remove, type Change, type Decision, type DecisionContext } from '../decision.ts';
import type { Evidence } from '../evidence/evidence.ts';
import type { ParsedInputOf } from '../operations.ts';
import { refuse } from '../refusal.ts';
import type { Contact } from '../workspace/contact.ts';
import type { Idea } from './idea.ts';

export function captureIdea(
  state: { readonly handle: string },
  input: ParsedInputOf<'idea.capture'>,
  context: DecisionContext,
): Decision<Idea> {
  const changes: Change[] = [];
  let suggesterId = memberOf(context.actor);
  if (input.forWhom !== undefined && 'personId' in input.forWhom) suggesterId = input.forWhom.personId;
  if (input.forWhom !== undefined && 'name' in input.forWhom) {
    const contact: Contact = {
      id: context.newId('contact'),
      name: input.forWhom.name,
      source: null,
      externalId: null,
      createdAt: context.now,
    };
    suggesterId = contact.id;
    changes.push(put('contact.added', 'contact', contact));
  }
  const idea: Idea = {
    id: context.newId('idea'),
    handle: state.handle,
    problem: input.problem,
    context: input.context ?? null,
    suggesterId,
    decision: null,
    keptCount: 0,
    itemId: null,
    answeredAt: null,
    source: null,
    externalId: null,
    capturedAt: context.now,
    decidedAt: null,
  };
  changes.push(put('idea.captured', 'idea', idea));
  return { changes, value: idea };
}

export function editIdea(
  state: { readonly idea: Idea },
  input: ParsedInputOf<'idea.edit'>,
  context: DecisionContext,
): Decision<Idea> {
  const { idea } = state;
  if (context.actor.role === 'suggester' && idea.suggesterId !== context.actor.memberId) {
    return refuse('not_found', `There is no idea ${input.ideaId}. Check its handle.`);
  }
  if (idea.decision !== null) {
    return refuse('already_decided', `${idea.handle} is decided already; its words stay as they were decided on.`);
  }
  const edited: Idea = {
    ...idea,
    ...(input.problem !== undefined && { problem: input.problem }),
    ...(input.context !== undefined && { context: input.context }),
  };
  return { changes: [put('idea.edited', 'idea', edited)], value: edited };
}

export function addEvidence(
  _state: Readonly<Record<string, never>>,
  input: ParsedInputOf<'evidence.add'>,
  context: DecisionContext,
): Decision<Evidence> {
  const evidence: Evidence = {
    id: context.newId('evidence'),
    subjectId: input.subjectId,
    text: input.text,
    url: input.url,
    author: input.author,
    saidAt: context.now,
    source: null,
    externalId: null,
  };
  return { changes: [put('evidence.added', 'evidence', evidence)], value: evidence };
}

export function removeEvidence(state: { readonly evidence: Evidence }): Decision<Evidence> {
  const { evidence } = state;
  return {
    changes: [remove('evidence.removed', 'evidence', evidence.id, evidence.subjectId)],
    value: evidence,
  };
}
