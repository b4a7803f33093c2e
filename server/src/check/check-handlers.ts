/** The problem check over stored stories, and what a workspace teaches it. */
import { addTerm, dismissFinding, removeTerm, restoreFinding } from '@shortlist/domain/check/check-decide.ts';
import type { CheckedStory, CheckKnowledge, StoryCheck } from '@shortlist/domain/check/check-finding.ts';
import { knowledgeOf } from '@shortlist/domain/check/check-knowledge.ts';
import { checkStory } from '@shortlist/domain/check/check-story.ts';
import { checkText } from '@shortlist/domain/check/check-text.ts';
import type { OutputOf, ParsedInputOf } from '@shortlist/domain/operations.ts';
import { isRefusal, refuse, type Refusal } from '@shortlist/domain/refusal.ts';
import { lockOne, readOne, readWhere } from '../db/load-entity.ts';
import type { Handlers, QueryScope } from '../handler.ts';
import { personaOf } from '../persona/persona-queries.ts';
import { noItem } from '../story/story-handlers.ts';

type CheckHandlers = Pick<Handlers, 'story.check' | 'check.dismiss' | 'check.restore' | 'term.add' | 'term.remove' | 'term.list'>;

export const checkHandlers: CheckHandlers = {
  'story.check': async (scope, input) => {
    const knowledge = await knowledgeIn(scope);
    if (input.text !== undefined) return answerOf(checkText(input.text, knowledge));
    const story = await storyToCheck(scope, input);
    return isRefusal(story) ? story : answerOf(checkStory(story, knowledge));
  },

  'check.dismiss': async ({ trx, workspaceId, context }, input) => {
    const story = await lockOne(trx, 'story', workspaceId, input.itemId);
    if (story === undefined) return noItem(input.itemId);
    const dismissals = await readWhere(trx, 'dismissal', workspaceId, { storyId: story.id }, 'createdAt');
    return dismissFinding({ story, dismissals }, input, context);
  },

  'check.restore': async ({ trx, workspaceId }, input) => {
    const dismissal = await lockOne(trx, 'dismissal', workspaceId, input.dismissalId);
    return dismissal === undefined
      ? refuse('not_found', 'There is no such dismissal. It may have been taken back.')
      : restoreFinding({ dismissal });
  },

  'term.add': async (scope, input) => {
    const terms = await readWhere(scope.trx, 'term', scope.workspaceId, {}, 'createdAt');
    return addTerm({ terms }, input, scope.context);
  },

  'term.remove': async ({ trx, workspaceId }, input) => {
    const term = await lockOne(trx, 'term', workspaceId, input.termId);
    return term === undefined
      ? refuse('not_found', 'There is no such word in the glossary. It may have been removed.')
      : removeTerm({ term });
  },

  'term.list': async ({ db, workspaceId }) => {
    const terms = await readWhere(db, 'term', workspaceId, {}, 'createdAt');
    return terms.toSorted((a, b) => a.word.localeCompare(b.word, 'en'));
  },
};

async function knowledgeIn({ db, workspaceId }: QueryScope): Promise<CheckKnowledge> {
  const terms = await readWhere(db, 'term', workspaceId, {}, 'createdAt');
  return knowledgeOf(terms, await readWhere(db, 'dismissal', workspaceId, {}, 'createdAt'));
}

/** The fields that were sent, laid over those of the named story. */
async function storyToCheck(scope: QueryScope, input: ParsedInputOf<'story.check'>): Promise<CheckedStory | Refusal> {
  const stored = input.itemId === undefined ? null : await storedStory(scope, input.itemId);
  if (isRefusal(stored)) return stored;
  const criteria = input.criteria?.map((text, index) => ({ id: `AC-${index + 1}`, text })) ?? stored?.criteria;
  return {
    persona: input.persona ?? stored?.persona ?? '',
    need: input.need ?? stored?.need ?? '',
    benefit: input.benefit ?? stored?.benefit ?? '',
    problem: input.problem ?? stored?.problem ?? '',
    dismissed: stored?.dismissed ?? [],
    ...(criteria === undefined ? {} : { criteria }),
  };
}

async function storedStory({ db, workspaceId }: QueryScope, id: string): Promise<CheckedStory | Refusal> {
  const story = await readOne(db, 'story', workspaceId, id);
  if (story === undefined) return noItem(id);
  const problem = await readOne(db, 'text', workspaceId, `${story.id}.problem`);
  const { need, benefit } = story;
  return {
    persona: (await personaOf(db, workspaceId, story.personaId))?.name ?? '',
    need,
    benefit,
    problem: problem?.text ?? '',
    criteria: await readWhere(db, 'criterion', workspaceId, { storyId: story.id }, 'rank'),
    dismissed: await readWhere(db, 'dismissal', workspaceId, { storyId: story.id }, 'createdAt'),
  };
}

function answerOf({ class: called, benefit, solution, form, findings }: StoryCheck): OutputOf<'story.check'> {
  return {
    class: called,
    benefit,
    solution,
    form,
    findings: findings.map((finding) => ({ ...finding, span: { ...finding.span } })),
  };
}
