// What can be done to one criterion, by key and by menu.
import {
  branchOf,
  deepestLevel,
  levelOf,
  placeAfterStep,
  verdictIn,
  type CriterionStep,
} from '@shortlist/domain/story/criterion-tree.ts';
import type { VerdictWord } from '@shortlist/domain/story/environments.ts';
import { act, notifyDone } from '../app/notify.ts';
import { itemHref } from '../app/use-open-item.ts';
import type { Command, CommandSet } from '../ui/command.ts';
import { isTextField } from '../ui/key-presses.ts';
import type { Criterion, Story } from './item.ts';

export interface CriterionContext {
  readonly story: Story;
  readonly criterion: Criterion;
  /** All of the story's. */
  readonly criteria: readonly Criterion[];
  /** The one that is looked at. */
  readonly environment: string;
  readonly addPart: () => void;
}

const verdict = (word: VerdictWord, key: string): Command<CriterionContext> => ({
  id: `criterion.${word}`,
  name: (context) =>
    presentVerdict(context) === word
      ? `Take “${word}” back`
      : `${word === 'passed' ? 'Passed' : 'Failed'} in ${context.environment}`,
  keys: [key],
  words: 'verify check test criterion',
  run: (context) => sayVerdict(context, word),
});

const step = (way: CriterionStep, name: string, key: string): Command<CriterionContext> => ({
  id: `criterion.${way}`,
  name,
  keys: [key],
  words: 'criterion tree level order indent',
  // In a field Alt with a sideways arrow walks by words.
  when: (context) =>
    placeAfterStep(context.criteria, context.criterion, way) !== null &&
    (way === 'up' || way === 'down' || !isTextField(document.activeElement)),
  run: (context) => void stepCriterion(context, way),
});

export const criterionCommands: CommandSet<CriterionContext> = {
  name: 'Criterion',
  scope: 'thing',
  titleOf: ({ criterion }) => `AC-${criterion.number} ${criterion.text}`,
  commands: [
    verdict('passed', 'p'),
    verdict('failed', 'f'),
    step('up', 'Move up', 'Alt+ArrowUp'),
    step('down', 'Move down', 'Alt+ArrowDown'),
    step('nest', 'Make it a part of the one above', 'Alt+ArrowRight'),
    step('outdent', 'Take it a level up', 'Alt+ArrowLeft'),
    {
      id: 'criterion.add_part',
      name: 'Add a part below',
      keys: ['Shift+n'],
      when: ({ criteria, criterion }) => levelOf(criteria, criterion.id) < deepestLevel,
      run: ({ addPart }) => addPart(),
    },
    {
      id: 'criterion.retell',
      name: ({ criterion }) => (criterion.example === null ? 'Tell it by an example' : 'Make it a rule'),
      keys: ['Shift+g'],
      words: 'given when then gherkin',
      run: ({ criterion }) => {
        const example = criterion.example === null ? { given: '', when: '', result: '' } : null;
        void act('criterion.edit', { criterionId: criterion.id, example });
      },
    },
    { id: 'criterion.copy_link', name: 'Copy its link', words: 'address url share', run: (context) => void copyLink(context) },
    { id: 'criterion.remove', name: 'Remove', keys: ['Backspace'], tone: 'bad', run: (context) => void removeCriterion(context) },
  ],
};

/** Says a verdict; said again it is taken back. */
export function sayVerdict(context: CriterionContext, word: VerdictWord): void {
  const { criterion, environment } = context;
  const said = presentVerdict(context) === word ? null : word;
  void act('criterion.verify', { criterionId: criterion.id, environment, verdict: said });
}

/** Answers false where the step leads nowhere. */
export function stepCriterion({ criterion, criteria }: CriterionContext, way: CriterionStep): boolean {
  const place = placeAfterStep(criteria, criterion, way);
  if (place !== null) void act('criterion.move', { criterionId: criterion.id, ...place });
  return place !== null;
}

/** Removes a criterion with what is below it. */
export function removeCriterion({ criterion, criteria }: Pick<CriterionContext, 'criterion' | 'criteria'>) {
  const below = branchOf(criteria, criterion).length - 1;
  const gone = below > 0 ? ` and ${below} below it are removed.` : ' is removed.';
  return act('criterion.remove', { criterionId: criterion.id }, { done: `AC-${criterion.number}${gone}` });
}

function presentVerdict({ criteria, criterion, environment }: CriterionContext): VerdictWord | null {
  return verdictIn(criteria, criterion, environment);
}

async function copyLink({ story, criterion }: CriterionContext): Promise<void> {
  const number = `AC-${criterion.number}`;
  await navigator.clipboard.writeText(`${location.origin}${itemHref(story.handle)}#${number}`);
  notifyDone(`The link to ${number} is copied.`);
}
