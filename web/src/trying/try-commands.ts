// What can be done while a feature is tried: one key each.
import type { CommandSet } from '../ui/command.ts';

export interface TryContext {
  readonly flagKey: string;
  readonly isOn: boolean;
  /** Turns it on for oneself, or off. */
  readonly toggle: () => void;
  /** Opens the product; null where nobody said where it is. */
  readonly openProduct: (() => void) | null;
  /** What the keyboard is at; null before it is anywhere. */
  readonly row: TryRowActs | null;
  readonly step: (by: 1 | -1) => void;
}

export interface TryRowActs {
  /** `AC-2`, or the handle of the story as a whole. */
  readonly name: string;
  /** Absent for the story as a whole. */
  readonly works?: () => void;
  readonly finding: () => void;
  readonly polish: () => void;
}

const saysOfRow = (id: string, key: string, what: string, words: string, run: (row: TryRowActs) => void) => ({
  id,
  keys: [key],
  words,
  name: ({ row }: TryContext) => `${row?.name ?? ''} ${what}`.trim(),
  when: ({ row }: TryContext) => row !== null,
  run: ({ row }: TryContext) => {
    if (row !== null) run(row);
  },
});

export const tryCommands: CommandSet<TryContext> = {
  name: 'Try it',
  // As in a review, its own keys replace all other single ones: what is tried is said with one each.
  scope: 'screen',
  titleOf: ({ flagKey }) => flagKey,
  commands: [
    {
      id: 'try.next',
      name: 'Next criterion',
      keys: ['j', 'ArrowDown'],
      run: ({ step }) => step(1),
    },
    {
      id: 'try.previous',
      name: 'Criterion before',
      keys: ['k', 'ArrowUp'],
      run: ({ step }) => step(-1),
    },
    {
      ...saysOfRow('try.works', 'w', 'works', 'passed verify criterion', (row) => row.works?.()),
      when: ({ row }) => row?.works !== undefined,
    },
    saysOfRow('try.finding', 'f', 'has a finding', 'failed broken criterion note', (row) => row.finding()),
    saysOfRow('try.polish', 'p', 'wants polish', 'remark nicer later', (row) => row.polish()),
    {
      id: 'try.toggle',
      name: ({ isOn }) => (isOn ? 'Turn it off for yourself' : 'Turn it on for yourself'),
      keys: ['o'],
      words: 'switch try feature',
      run: ({ toggle }) => toggle(),
    },
    {
      id: 'try.open',
      name: 'Open the product',
      keys: ['v'],
      words: 'visit link address',
      when: ({ openProduct }) => openProduct !== null,
      run: ({ openProduct }) => openProduct?.(),
    },
  ],
};
