// What can be done to stories and tasks, wherever they stand: in a list, beside it, on a page of their own.
import { stageOf } from '@shortlist/domain/backlog/counted.ts';
import { firstStep } from '@shortlist/domain/workspace/workflow.ts';
import { followCommands } from '../notice/follow-commands.ts';
import { whichWay } from '../link/link-ways.ts';
import { pickLabels } from '../label/label-picker.ts';
import type { CommandSet } from '../ui/command.ts';
import { isStory, nameOf, namesOf } from './item.ts';
import type { ItemContext } from './item-context.ts';
import { whichStep, moveTo, howBig, whoOwns } from './item-questions.ts';

type Stage = ReturnType<typeof stageOf>;

/** Whether all of them stand in one of these stages. */
const stand =
  (...stages: readonly Stage[]) =>
  ({ works, acts }: ItemContext): boolean =>
    works.every(({ placement }) => stages.includes(stageOf(placement, acts.team)));

const isOpen = stand('refinement', 'todo', 'in_progress');

const isOnBacklog = stand('todo', 'in_progress');

/** A story that somebody else worded: oneself is no second reader of one's own words. */
const isOthers = ({ works: [work], acts }: ItemContext): boolean =>
  work !== undefined && isStory(work.item) && work.item.wordedBy !== acts.meId;

const isAStory = ({ works: [work] }: ItemContext) => work !== undefined && isStory(work.item);

const isOne = ({ works }: ItemContext) => works.length === 1;

export const itemCommands: CommandSet<ItemContext> = {
  name: 'Item',
  scope: 'thing',
  titleOf: ({ works }) => {
    const [first] = works;
    return works.length === 1 && first !== undefined ? `${first.item.handle} ${first.item.title}` : `${works.length} items`;
  },
  commands: [
    {
      id: 'item.commit',
      name: 'Commit',
      keys: ['$mod+Enter'],
      words: 'promise backlog gate',
      when: (context) => context.acts.mayMove && stand('refinement')(context),
      run: ({ acts, works }) => {
        const [work] = works;
        if (works.length > 1) acts.commitAll(works);
        else if (work !== undefined) void acts.commit(work);
      },
    },
    {
      id: 'item.read',
      name: 'I have read it',
      keys: ['Shift+r'],
      words: 'reviewed second reader ready',
      when: (context) => context.acts.mayShape && isOne(context) && stand('refinement')(context) && isOthers(context),
      run: ({ acts, works: [work] }) => {
        if (work !== undefined) acts.read(work, 'reader');
      },
    },
    {
      id: 'item.step',
      name: 'Move to…',
      keys: ['s', 'm'],
      words: 'step status state workflow done',
      when: (context) => context.acts.mayMove && isOnBacklog(context),
      run: whichStep,
    },
    {
      id: 'item.start',
      name: 'Start',
      words: 'begin take progress',
      when: (context) => context.acts.mayMove && stand('todo')(context),
      run: ({ acts, works }) => acts.moveTo(works, firstStep(acts.team, 'in_progress').id),
    },
    {
      id: 'item.done',
      name: 'Done',
      words: 'finish complete close',
      when: (context) => context.acts.mayMove && isOnBacklog(context),
      run: ({ acts, works }) => moveTo(acts, works, firstStep(acts.team, 'done').id),
    },
    {
      id: 'item.assign_to_me',
      name: 'Assign to me',
      keys: ['i'],
      words: 'take own mine owner',
      when: ({ acts }) => acts.mayShape,
      run: ({ acts, works }) => acts.assignToMe(works),
    },
    {
      id: 'item.assign',
      name: 'Assign…',
      keys: ['a'],
      words: 'owner person member',
      when: ({ acts }) => acts.mayShape,
      run: whoOwns,
    },
    {
      id: 'item.collaborators',
      name: 'Collaborators…',
      keys: ['Shift+a'],
      words: 'together people members with pair help',
      when: ({ acts }) => acts.mayShape,
      run: ({ acts, works }) => acts.ask({ kind: 'collaborators', works }),
    },
    {
      id: 'item.size',
      name: 'Size…',
      keys: ['z'],
      words: 'estimate big small points',
      when: ({ acts }) => acts.mayShape,
      run: howBig,
    },
    {
      id: 'item.split',
      name: 'Split…',
      keys: ['Shift+s'],
      words: 'divide part smaller criteria new story',
      when: (context) => context.acts.maySplit && isOne(context) && isOpen(context) && isAStory(context),
      run: ({ acts, works: [work] }) => {
        if (work !== undefined) acts.ask({ kind: 'split', work });
      },
    },
    {
      id: 'item.link',
      name: 'Link…',
      keys: ['Shift+l'],
      words: 'blocked by blocks waits related duplicate depends',
      when: (context) => context.acts.mayShape && isOne(context),
      run: ({ acts, works: [work] }) => {
        if (work === undefined) return undefined;
        return whichWay(nameOf(work.item), (way) => acts.ask({ kind: 'link', work, way }));
      },
    },
    {
      id: 'item.labels',
      name: 'Labels…',
      keys: ['l'],
      words: 'tag word colour',
      when: ({ acts }) => acts.mayShape,
      run: ({ works }) => pickLabels({ ids: works.map(({ id }) => id), name: namesOf(works) }),
    },
    {
      id: 'item.move_up',
      name: 'Move up',
      keys: ['Alt+ArrowUp'],
      words: 'order rank priority earlier',
      when: (context) => context.acts.mayMove && isOne(context) && isOnBacklog(context),
      run: ({ acts, works: [work] }) => {
        if (work !== undefined) acts.moveBy(work, -1);
      },
    },
    {
      id: 'item.move_down',
      name: 'Move down',
      keys: ['Alt+ArrowDown'],
      words: 'order rank priority later',
      when: (context) => context.acts.mayMove && isOne(context) && isOnBacklog(context),
      run: ({ acts, works: [work] }) => {
        if (work !== undefined) acts.moveBy(work, 1);
      },
    },
    {
      id: 'item.send_back',
      name: 'Back to refinement',
      keys: ['b'],
      words: 'return uncommit',
      when: (context) => context.acts.mayMove && isOnBacklog(context),
      run: ({ acts, works }) => acts.sendBack(works),
    },
    {
      id: 'item.park',
      name: 'Back to the parking lot',
      keys: ['p'],
      words: 'idea undecided later hand back',
      when: (context) => context.acts.mayMove && stand('refinement')(context),
      run: ({ acts, works }) => acts.park(works),
    },
    {
      id: 'item.reopen',
      name: 'Reopen',
      words: 'again undone',
      when: (context) => context.acts.mayMove && stand('done', 'wont_do')(context),
      run: ({ acts, works }) => acts.reopen(works),
    },
    {
      id: 'item.copy_link',
      name: 'Copy link',
      words: 'address url share',
      when: isOne,
      run: ({ acts, works: [work] }) => {
        if (work !== undefined) acts.copyLink(work);
      },
    },
    ...followCommands('item', ({ acts, works }: ItemContext) => ({
      acts: acts.following,
      subjects: works.map(({ item }) => item),
    })),
    {
      id: 'item.give_up',
      name: 'Give up…',
      keys: ['Backspace'],
      words: 'reject delete drop wont do',
      tone: 'bad',
      when: (context) => context.acts.mayMove && isOpen(context),
      run: ({ acts, works }) => acts.ask({ kind: 'drop', works }),
    },
  ],
};
