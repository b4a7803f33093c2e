// What can be done about the findings of the problem check in an opened story.
import type { Finding } from '@shortlist/domain/check/check-finding.ts';
import { dismissReasons, dismissReasonWords, type DismissReason } from '@shortlist/domain/check/check-reasons.ts';
import type { CommandSet } from '../ui/command.ts';

export interface CheckContext {
  /** The one that is looked at; null where there is none. */
  readonly current: Finding | null;
  readonly mayShape: boolean;
  readonly walk: (by: -1 | 1) => void;
  readonly repair: (finding: Finding) => void;
  readonly setAside: (finding: Finding, reason: DismissReason) => void;
}

export const checkCommands: CommandSet<CheckContext> = {
  name: 'Problem check',
  scope: 'thing',
  titleOf: ({ current }) => (current === null ? 'Problem check' : `“${current.words}”`),
  commands: [
    {
      id: 'check.next',
      name: 'Next finding of the check',
      keys: ['F8'],
      words: 'problem solution lint',
      when: ({ current }) => current !== null,
      run: ({ walk }) => walk(1),
    },
    {
      id: 'check.previous',
      name: 'Previous finding of the check',
      keys: ['Shift+F8'],
      words: 'problem solution lint',
      when: ({ current }) => current !== null,
      run: ({ walk }) => walk(-1),
    },
    {
      id: 'check.repair',
      name: ({ current }) => repairName(current),
      keys: ['F2'],
      words: 'fix criteria second way',
      when: ({ current, mayShape }) => mayShape && current?.repair != null,
      run: ({ current, repair }) => {
        if (current !== null) repair(current);
      },
    },
    {
      id: 'check.set_aside',
      name: 'Set the finding aside…',
      keys: ['F9'],
      words: 'dismiss ignore glossary',
      when: ({ current, mayShape }) => mayShape && current !== null,
      run: ({ current, setAside }) => {
        if (current === null) return undefined;
        return {
          title: current.words === '' ? `Why does “${current.name}” not matter?` : `Why does “${current.words}” not matter?`,
          note: 'The check learns from it, and shows it as set aside.',
          choices: dismissReasons.map((reason) => ({
            id: reason,
            name: dismissReasonWords[reason],
            run: () => setAside(current, reason),
          })),
        };
      },
    },
  ],
};

function repairName(finding: Finding | null): string {
  return finding?.repair === 'second-way' ? 'Name a second way to meet this need' : 'Move this to the criteria';
}
