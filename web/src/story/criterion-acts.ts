// What can be done to a criterion: the same by key and by menu.
import { branchOf, deepestLevel, placeAfterStep, verdictIn, type CriterionStep } from '@shortlist/domain/story/criterion-tree.ts';
import type { VerdictWord } from '@shortlist/domain/story/environments.ts';
import type { KeyboardEvent } from 'react';
import { act, notifyDone } from '../app/notify.ts';
import { itemHref } from '../app/use-open-item.ts';
import type { MenuEntry } from '../ui/menu-entry.ts';
import type { Criterion, Story } from './item.ts';

export interface CriterionActs {
  readonly entries: readonly MenuEntry[];
  /** Says a verdict; said again it is taken back. */
  readonly verify: (verdict: VerdictWord) => void;
  readonly remove: () => unknown;
  /** What a key means in the row, or null. `inField`: while words are typed; `atStart`: the caret stands before all of them. */
  readonly forKey: (event: KeyboardEvent, inField: boolean, atStart: boolean) => (() => void) | null;
}

interface Acted {
  readonly story: Story;
  readonly criterion: Criterion;
  readonly criteria: readonly Criterion[];
  readonly level: number;
  readonly environment: string;
  readonly onAddPart: () => void;
}

const stepKeys: Readonly<Record<string, CriterionStep>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowRight: 'nest',
  ArrowLeft: 'outdent',
};

export function criterionActs({ story, criterion, criteria, level, environment, onAddPart }: Acted): CriterionActs {
  const criterionId = criterion.id;
  const number = `AC-${criterion.number}`;
  const present = verdictIn(criteria, criterion, environment);
  const places = {
    up: placeAfterStep(criteria, criterion, 'up'),
    down: placeAfterStep(criteria, criterion, 'down'),
    nest: placeAfterStep(criteria, criterion, 'nest'),
    outdent: placeAfterStep(criteria, criterion, 'outdent'),
  };
  const step = (way: CriterionStep) => {
    const place = places[way];
    if (place !== null) void act('criterion.move', { criterionId, ...place });
  };
  const verify = (verdict: VerdictWord) =>
    void act('criterion.verify', { criterionId, environment, verdict: verdict === present ? null : verdict });
  const below = branchOf(criteria, criterion).length - 1;
  const remove = () =>
    act('criterion.remove', { criterionId }, { done: `${number}${below > 0 ? ` and ${below} below it are` : ' is'} removed.` });
  const retell = () =>
    void act('criterion.edit', {
      criterionId,
      example: criterion.example === null ? { given: '', when: '', result: '' } : null,
    });
  const copyLink = async () => {
    await navigator.clipboard.writeText(`${location.origin}${itemHref(story.handle)}#${number}`);
    notifyDone(`The link to ${number} is copied.`);
  };
  const move = (way: CriterionStep, label: string, keys: string): MenuEntry => ({
    kind: 'item',
    id: way,
    label,
    keys,
    disabled: places[way] === null,
    run: () => step(way),
  });
  return {
    verify,
    remove,
    entries: [
      {
        kind: 'item',
        id: 'passed',
        label: `Passed in ${environment}`,
        keys: 'p',
        checked: present === 'passed',
        run: () => verify('passed'),
      },
      {
        kind: 'item',
        id: 'failed',
        label: `Failed in ${environment}`,
        keys: 'f',
        checked: present === 'failed',
        run: () => verify('failed'),
      },
      { kind: 'line', id: 'after-verdicts' },
      move('up', 'Move up', 'Alt+ArrowUp'),
      move('down', 'Move down', 'Alt+ArrowDown'),
      move('nest', 'Make it a part of the one above', 'Alt+ArrowRight'),
      move('outdent', 'Take it a level up', 'Alt+ArrowLeft'),
      { kind: 'item', id: 'part', label: 'Add a part below', keys: 'n', disabled: level >= deepestLevel, run: onAddPart },
      { kind: 'line', id: 'after-moves' },
      {
        kind: 'item',
        id: 'retell',
        label: criterion.example === null ? 'Tell it by an example' : 'Make it a rule',
        keys: 'e',
        run: retell,
      },
      { kind: 'item', id: 'link', label: 'Copy its link', run: () => void copyLink() },
      { kind: 'item', id: 'remove', label: 'Remove', keys: 'Backspace', tone: 'bad', run: () => void remove() },
    ],
    forKey: (event, inField, atStart) => {
      if (event.nativeEvent.isComposing || event.ctrlKey || event.metaKey) return null;
      const way = stepKeys[event.key];
      // In a field Alt with a sideways arrow walks by words.
      if (event.altKey) return way === undefined || (inField && (way === 'nest' || way === 'outdent')) ? null : () => step(way);
      if (inField) {
        const nests = event.key === 'Tab' && atStart;
        const where = event.shiftKey ? 'outdent' : 'nest';
        return nests && places[where] !== null ? () => step(where) : null;
      }
      if (event.shiftKey) return null;
      const single: Readonly<Record<string, () => void>> = {
        p: () => verify('passed'),
        f: () => verify('failed'),
        e: retell,
        ...(level < deepestLevel && { n: onAddPart }),
        Backspace: () => void remove(),
        Delete: () => void remove(),
      };
      return single[event.key] ?? null;
    },
  };
}
