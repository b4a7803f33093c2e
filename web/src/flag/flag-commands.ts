// What can be done to flags, wherever they stand: in their list, beside it, on a page of their own.
import { flagKinds } from '@shortlist/domain/flag/flag-words.ts';
import { rungs } from '@shortlist/domain/ladder/rung-words.ts';
import { usualPlace } from '../trying/try-where.ts';
import type { CommandSet, Question } from '../ui/command.ts';
import { kindLabel } from './flag-labels.ts';
import type { Environment, Flag } from './flag-rows.ts';
import { rungLabel, rungWho } from './ladder-words.ts';
import { rungBelow, type FlagActs } from './use-flag-acts.ts';

export interface FlagContext {
  readonly acts: FlagActs;
  /** Never empty; in the order in which they are shown. */
  readonly flags: readonly Flag[];
  /** The environment that is meant in particular, as the one whose card has the keyboard; null: production. */
  readonly aimed?: Environment | null;
  /** What only an opened flag can do. */
  readonly opened?: {
    readonly editRules: (environment: Environment) => void;
    readonly explain: () => void;
  };
}

const isOne = ({ flags }: FlagContext) => flags.length === 1;
const may = ({ acts }: FlagContext) => acts.mayRelease;
const meant = ({ acts, aimed }: FlagContext): readonly Environment[] =>
  aimed == null ? acts.environments.filter(({ isProduction }) => isProduction) : [aimed];
/** Once everyone has it there is nothing to turn on for oneself. */
const canBeTried = ({ acts, flags: [flag] }: FlagContext) =>
  flag !== undefined && flag.rung !== 'everyone' && flag.rung !== 'permanent' && usualPlace(flag, acts.environments) !== null;
const isArchived = ({ flags }: FlagContext) => flags.every(({ archivedAt }) => archivedAt !== null);

export const flagCommands: CommandSet<FlagContext> = {
  name: 'Flag',
  scope: 'thing',
  titleOf: ({ flags }) => {
    const [first] = flags;
    return flags.length === 1 && first !== undefined ? `${first.key} ${first.title}` : `${flags.length} flags`;
  },
  commands: [
    {
      id: 'flag.climb',
      name: 'Climb to…',
      keys: ['u'],
      words: 'release ladder rung up more',
      when: (context) => may(context) && isOne(context) && context.flags[0]?.rung !== 'permanent',
      run: whichRung,
    },
    {
      id: 'flag.step_down',
      name: ({ flags }) => {
        const rung = flags.length === 1 && flags[0] !== undefined ? rungBelow(flags[0]) : null;
        return rung === null ? 'Step down' : `Step down to ${rungLabel(rung)}`;
      },
      keys: ['d'],
      words: 'release ladder rung down fewer back',
      when: (context) => may(context) && context.flags.some((flag) => rungBelow(flag) !== null),
      run: ({ acts, flags }) => acts.stepDown(flags),
    },
    {
      id: 'flag.try',
      name: 'Try it',
      keys: ['y'],
      words: 'test verify link qr phone production quality myself',
      when: (context) => context.acts.mayTry && isOne(context) && canBeTried(context),
      run: ({ acts, flags: [flag] }) => {
        if (flag !== undefined) acts.tryIt(flag);
      },
    },
    {
      id: 'flag.kill',
      name: (context) =>
        `Switch off in ${meant(context)
          .map(({ name }) => name)
          .join(' and ')}`,
      keys: ['o'],
      words: 'kill switch stop disable emergency',
      tone: 'bad',
      when: (context) => may(context) && meant(context).length > 0,
      run: (context) => context.acts.kill(context.flags, meant(context)),
    },
    {
      id: 'flag.kill_in',
      name: 'Switch off in…',
      keys: ['Shift+o'],
      words: 'kill switch stop disable environment',
      tone: 'bad',
      when: may,
      run: killWhere,
    },
    {
      id: 'flag.edit_rules',
      name: 'Edit rules…',
      keys: ['e'],
      words: 'targeting conditions percentage split',
      when: (context) => may(context) && isOne(context) && context.opened !== undefined,
      run: editWhere,
    },
    {
      id: 'flag.explain',
      name: 'Explain who gets what',
      keys: ['w'],
      words: 'why evaluate context trace',
      when: ({ opened }) => opened !== undefined,
      run: ({ opened }) => opened?.explain(),
    },
    {
      id: 'flag.own_it',
      name: 'Make it yours',
      keys: ['i'],
      words: 'assign to me take owner mine',
      when: may,
      run: ({ acts, flags }) => acts.own(flags, acts.meId),
    },
    { id: 'flag.kind', name: 'Kind…', words: 'release experiment operational permission', when: may, run: whichKind },
    { id: 'flag.owner', name: 'Owner…', keys: ['a'], words: 'assign person member', when: may, run: whoOwns },
    {
      id: 'flag.copy_link',
      name: 'Copy link',
      words: 'address url share',
      when: isOne,
      run: ({ acts, flags: [flag] }) => {
        if (flag !== undefined) acts.copyLink(flag);
      },
    },
    {
      id: 'flag.restore',
      name: 'Take out of the archive',
      words: 'restore bring back unarchive',
      when: (context) => may(context) && isArchived(context),
      run: ({ acts, flags }) => acts.archive(flags, false),
    },
    {
      id: 'flag.archive',
      name: 'Archive',
      keys: ['Backspace'],
      words: 'put away remove delete',
      tone: 'bad',
      when: (context) => may(context) && !isArchived(context),
      run: ({ acts, flags }) =>
        acts.archive(
          flags.filter(({ archivedAt }) => archivedAt === null),
          true,
        ),
    },
  ],
};

function whichRung({ acts, flags: [flag] }: FlagContext): Question | void {
  if (flag === undefined) return undefined;
  const from = flag.rung === 'custom' ? -1 : rungs.indexOf(flag.rung);
  return {
    title: `How far may ${flag.key} go?`,
    choices: rungs
      .filter((rung, index) => index > from || (rung === flag.rung && (rung === 'gradual' || rung === 'beta')))
      .map((rung) => ({
        id: rung,
        name: rungLabel(rung),
        hint: rungWho(rung),
        isCurrent: rung === flag.rung,
        run: () => void acts.moveTo(flag, rung),
      })),
  };
}

function killWhere({ acts, flags }: FlagContext): Question {
  return {
    title: `Switch ${namesOf(flags)} off where?`,
    note: 'At once, whatever the rules say. Undo brings it back.',
    choices: acts.environments.map((environment) => ({
      id: environment.key,
      name: environment.name,
      run: () => acts.kill(flags, [environment]),
    })),
  };
}

function editWhere({ acts, aimed, opened }: FlagContext): Question | void {
  if (aimed != null) return opened?.editRules(aimed);
  return {
    title: 'Whose rules?',
    choices: acts.environments.map((environment) => ({
      id: environment.key,
      name: environment.name,
      run: () => opened?.editRules(environment),
    })),
  };
}

function whichKind({ acts, flags }: FlagContext): Question {
  return {
    title: `What kind is ${namesOf(flags)}?`,
    note: 'A release flag must go, an experiment must be decided; the other two may stay.',
    choices: flagKinds.map((kind) => ({
      id: kind,
      name: kindLabel(kind),
      isCurrent: flags.every((flag) => flag.kind === kind),
      run: () => acts.setKind(flags, kind),
    })),
  };
}

function whoOwns({ acts, flags }: FlagContext): Question {
  const current = flags[0]?.ownerId ?? null;
  return {
    title: `Who owns ${namesOf(flags)}?`,
    choices: [
      ...acts.people.map(({ id, name }) => ({
        id,
        name,
        isCurrent: id === current,
        ...(id === acts.meId && { hint: 'you' }),
        run: () => acts.own(flags, id),
      })),
      { id: 'nobody', name: 'Nobody', keys: '0', isCurrent: current === null, run: () => acts.own(flags, null) },
    ],
  };
}

function namesOf(flags: readonly Flag[]): string {
  const [first] = flags;
  return flags.length === 1 && first !== undefined ? first.key : `${flags.length} flags`;
}
