// What is asked before something is done to stories and tasks: which step, how big, whose, and whether it was seen to work.
import { sizes } from '@shortlist/domain/story/sizes.ts';
import type { ItemActs } from '../backlog/use-item-acts.ts';
import type { Question } from '../ui/command.ts';
import { namesOf, type Work } from './item.ts';
import type { ItemContext } from './item-context.ts';

/** Of the team’s steps. */
export function whichStep({ acts, works }: ItemContext): Question {
  return {
    title: `Where is ${namesOf(works)}?`,
    choices: acts.team.steps.map(({ id, name }) => ({
      id,
      name,
      isCurrent: works.every(({ placement }) => placement.stepId === id),
      run: () => moveTo(acts, works, id),
    })),
  };
}

/**
 * Done asks whether it was verified, and giving up asks why; all other steps are gone to at once. `position`: among the open
 * items of the team, as `backlog.move` takes it; absent: where they are.
 */
export function moveTo(acts: ItemActs, works: readonly Work[], stepId: string, position?: number): Question | void {
  const step = acts.team.steps.find(({ id }) => id === stepId);
  if (step?.category === 'wont_do') return acts.ask({ kind: 'drop', works });
  if (step?.category !== 'done') return acts.moveTo(works, stepId, { position });
  return {
    title: 'Was it seen to work?',
    note: `${namesOf(works)} is done either way; the answer is kept with it.`,
    choices: [
      { id: 'yes', name: 'Yes, verified', keys: 'y', isCurrent: true, run: () => acts.moveTo(works, stepId, { verified: true }) },
      { id: 'no', name: 'Not yet', keys: 'n', run: () => acts.moveTo(works, stepId, { verified: false }) },
    ],
  };
}

/** Of the sizes, or none. */
export function howBig({ acts, works }: ItemContext): Question {
  const current = works[0]?.item.size;
  return {
    title: `How big is ${namesOf(works)}?`,
    note: 'The window counts items, not sizes; a size only says what to split.',
    choices: [
      ...sizes.map((size) => ({
        id: size,
        name: size,
        isCurrent: current === size,
        run: () => acts.edit(works, { size }, `is ${size}`),
      })),
      {
        id: 'none',
        name: 'No size',
        keys: '0',
        isCurrent: current === null,
        run: () => acts.edit(works, { size: null }, 'has no size'),
      },
    ],
  };
}

/** Of the people who may, or nobody. */
export function whoOwns({ acts, works }: ItemContext): Question {
  const current = works[0]?.item.ownerId ?? null;
  return {
    title: `Who owns ${namesOf(works)}?`,
    choices: [
      ...acts.people.map(({ id, name }) => ({
        id,
        name,
        isCurrent: id === current,
        ...(id === acts.meId && { hint: 'you' }),
        run: () => acts.edit(works, { ownerId: id }, `belongs to ${name}`),
      })),
      {
        id: 'nobody',
        name: 'Nobody',
        keys: '0',
        isCurrent: current === null,
        run: () => acts.edit(works, { ownerId: null }, 'has no owner'),
      },
    ],
  };
}
