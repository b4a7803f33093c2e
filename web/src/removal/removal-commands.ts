// What can be done to a flag whose code should go.
import { act, notifyRefused } from '../app/notify.ts';
import type { CommandSet, Question } from '../ui/command.ts';
import { dayWords, placeText } from './removal-words.ts';
import type { CleanUp } from './use-clean-ups.ts';

export interface RemovalContext {
  readonly cleanUp: CleanUp;
  readonly mayRelease: boolean;
  readonly meId: string;
  readonly people: readonly { readonly id: string; readonly name: string }[];
  /** Milliseconds. */
  readonly now: number;
}

const dayMs = 86_400_000;

export const removalCommands: CommandSet<RemovalContext> = {
  name: 'To clean up',
  scope: 'thing',
  titleOf: ({ cleanUp }) => cleanUp.flag.key,
  commands: [
    {
      id: 'removal.permanent',
      name: 'Make it permanent',
      keys: ['p'],
      words: 'archive done gone remove flag',
      when: ({ cleanUp, mayRelease }) => mayRelease && cleanUp.state === 'ready to remove',
      run: ({ cleanUp: { flag } }) =>
        void act('ladder.climb', { flagKey: flag.key, rung: 'permanent' }, { done: `${flag.key} is gone.` }),
    },
    {
      id: 'removal.places',
      name: 'Where it stands…',
      keys: ['w'],
      words: 'files lines code copy',
      when: ({ cleanUp }) => cleanUp.places.length > 0,
      run: whereItStands,
    },
    {
      id: 'removal.owner',
      name: 'Who removes it…',
      keys: ['a'],
      words: 'assign owner person',
      when: ({ mayRelease }) => mayRelease,
      run: whoRemoves,
    },
    {
      id: 'removal.due',
      name: 'By when…',
      keys: ['d'],
      words: 'due day date',
      when: ({ mayRelease }) => mayRelease,
      run: byWhen,
    },
  ],
};

function whereItStands({ cleanUp }: RemovalContext): Question {
  const { flag, places, more } = cleanUp;
  return {
    title: `Where ${flag.key} stands`,
    note: more > 0 ? `And in ${more} more places. Choose one to copy it.` : 'Choose one to copy it.',
    choices: places.map((place, index) => ({
      id: String(index),
      name: placeText(place),
      hint: place.repository,
      run: () => void copyPlace(`${place.file}:${place.line}`),
    })),
  };
}

function whoRemoves({ cleanUp: { flag }, people, meId }: RemovalContext): Question {
  const current = flag.cleanUp?.ownerId ?? null;
  const assign = (ownerId: string | null, done: string) => void act('flag.planCleanUp', { key: flag.key, ownerId }, { done });
  return {
    title: `Who removes ${flag.key}?`,
    choices: [
      ...people.map(({ id, name }) => ({
        id,
        name,
        isCurrent: id === current,
        ...(id === meId && { hint: 'you' }),
        run: () => assign(id, `${name} removes ${flag.key}.`),
      })),
      {
        id: 'nobody',
        name: 'Nobody',
        keys: '0',
        isCurrent: current === null,
        run: () => assign(null, `Nobody removes ${flag.key}.`),
      },
    ],
  };
}

function byWhen({ cleanUp: { flag }, now }: RemovalContext): Question {
  const dayIn = (days: number) => new Date(now + days * dayMs).toISOString().slice(0, 10);
  const choices = [
    ['Tomorrow', dayIn(1)],
    ['In a week', dayIn(7)],
    ['In two weeks', dayIn(14)],
    ['In a month', dayIn(30)],
  ] as const;
  return {
    title: `By when should ${flag.key} be gone?`,
    choices: choices.map(([name, dueDay]) => ({
      id: dueDay,
      name,
      hint: dayWords(dueDay),
      isCurrent: flag.cleanUp?.dueDay === dueDay,
      run: () => void act('flag.planCleanUp', { key: flag.key, dueDay }, { done: `${flag.key} is due by ${dayWords(dueDay)}.` }),
    })),
  };
}

async function copyPlace(text: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    notifyRefused({ refused: true, code: 'not_allowed', message: `Your browser does not let it be copied: ${text}` });
  }
}
