// What can be done to one finding, by key and by button.
import type { EntityOf } from '@shortlist/domain/entities.ts';
import { act } from '../app/notify.ts';
import type { CommandSet } from '../ui/command.ts';

export interface FindingContext {
  readonly finding: EntityOf<'finding'>;
}

export const findingCommands: CommandSet<FindingContext> = {
  name: 'Finding',
  scope: 'thing',
  titleOf: ({ finding }) => finding.text,
  commands: [
    {
      id: 'finding.settle',
      name: ({ finding }) => (finding.settledAt === null ? 'Settle' : 'Open again'),
      keys: ['Shift+d'],
      words: 'done dealt with fixed reopen',
      run: ({ finding }) => {
        const settled = finding.settledAt === null;
        const done = settled ? 'It is settled.' : 'It is open again.';
        void act('finding.settle', { findingId: finding.id, settled }, { done });
      },
    },
    {
      id: 'finding.retype',
      name: ({ finding }) => (finding.kind === 'finding' ? 'Make it polish' : 'Make it a finding'),
      keys: ['p'],
      words: 'kind polish guard hold',
      run: ({ finding }) => {
        const kind = finding.kind === 'finding' ? 'polish' : 'finding';
        const done = kind === 'polish' ? 'It holds nothing any more.' : 'It holds the climb to beta now.';
        void act('finding.edit', { findingId: finding.id, kind }, { done });
      },
    },
    {
      id: 'finding.remove',
      name: 'Take away',
      keys: ['Backspace'],
      tone: 'bad',
      run: ({ finding }) => void act('finding.remove', { findingId: finding.id }, { done: 'The finding is taken away.' }),
    },
  ],
};
