import { z } from 'zod';
import { Idea } from '../idea/idea.ts';
import { rejectReasons } from '../idea/reject-reasons.ts';
import { command, query } from '../operation.ts';
import { filledLine, itemId, oneLine, pageInput, pageOf, teamId } from '../schema-parts.ts';
import { Story } from '../story/story.ts';
import { Task } from '../story/task.ts';
import { over } from './over-refinement.ts';
import { ItemMark } from './item-mark.ts';
import { Placement } from './placement.ts';
import { WindowView } from './window-view.ts';

const position = z.int().min(0).optional().describe('Place among the team’s open items, 0 at the top; absent: at the end');
const listed = z.object({ item: z.union([Story, Task]), placement: Placement });

export const listBacklog = query({
  name: 'backlog.list',
  summary: 'A team’s committed and running work, in order.',
  requires: 'read',
  input: z.object({ teamId, ...pageInput }),
  output: pageOf(listed),
});

export const readWindow = query({
  name: 'backlog.window',
  summary: 'How much work the team’s window holds, how much it may hold, and why.',
  requires: 'read',
  input: z.object({ teamId }),
  output: WindowView,
});

export const markBacklog = query({
  name: 'backlog.marks',
  summary: 'Ages of what is on a backlog, what is slow or stale, and when each is likely done.',
  requires: 'read',
  input: z.object({ teamId: teamId.optional().describe('Absent: of all teams') }),
  output: z.object({ items: z.array(ItemMark) }),
});

export const commitItem = command({
  name: 'backlog.commit',
  summary: 'Moves a ready item from refinement onto the team’s backlog, through the commit gate.',
  requires: 'commit',
  input: z.object({
    itemId,
    teamId: teamId.describe('The team whose refinement it is in'),
    position,
    swapOut: z
      .array(
        z.object({
          itemId,
          to: z.enum(['refinement', 'rejected']),
          sentence: filledLine(400).optional().describe('Why it is given up; required with `rejected`'),
        }),
      )
      .max(50)
      .default([])
      .describe('What leaves the backlog for it'),
    override: z
      .object({ reason: filledLine(400) })
      .optional()
      .describe('Goes over the window, up to the 50 % line; owners, admins and leads only'),
  }),
  output: Placement,
});

export const moveItem = command({
  name: 'backlog.move',
  summary: 'Moves an item to another step, another place, or both.',
  requires: 'commit',
  input: z.object({
    itemId,
    stepId: z.string().max(40).optional().describe('A step of the team’s workflow; absent: where it is'),
    position,
    verified: z.boolean().nullish().describe('When moving to Done: was it seen to work?'),
  }),
  output: Placement,
});

export const returnItem = command({
  name: 'backlog.return',
  summary: 'Takes an item off the backlog, back to refinement.',
  requires: 'commit',
  input: z.object({ itemId, over }),
  output: Placement,
});

export const parkItem = command({
  name: 'backlog.park',
  summary:
    'Sends an item from refinement back to the parking lot: its idea is undecided again, and what was written comes again with it.',
  requires: 'commit',
  input: z.object({ itemId }),
  output: z.object({ idea: Idea, placement: Placement }),
});

export const handBack = command({
  name: 'backlog.handBack',
  summary:
    'Sends back to the parking lot what nobody touched in refinement for four weeks, announced a week before. The server does it by itself.',
  requires: 'system',
  input: z.object({}),
  output: z.object({ announced: z.int(), kept: z.int().describe('Touched since it was announced'), left: z.int() }),
});

export const dropItem = command({
  name: 'backlog.drop',
  summary: 'Gives an item up, with a reason that stays with it.',
  requires: 'commit',
  input: z.object({ itemId, reason: z.enum(rejectReasons).default('other'), sentence: filledLine(400) }),
  output: Placement,
});

export const reopenItem = command({
  name: 'backlog.reopen',
  summary: 'Brings a done or given-up item back to refinement; committing it asks the gate again.',
  requires: 'commit',
  input: z.object({ itemId, why: oneLine(400).default(''), over }),
  output: Placement,
});
