import { z } from 'zod';
import { environmentKeyName } from '../environment/environment.ts';
import { command } from '../operation.ts';
import { filledLine, itemId } from '../schema-parts.ts';
import { Story } from '../story/story.ts';
import { shortRungs } from './rung-words.ts';

export const goWithoutFlag = command({
  name: 'ladder.goWithout',
  summary: 'Says that a story needs no flag, and why; or, with null, that it needs one after all.',
  requires: 'release',
  input: z.object({ itemId, reason: filledLine(400).nullable() }),
  output: Story,
});

export const moveWithoutFlag = command({
  name: 'ladder.moveWithout',
  summary: 'Moves a story that goes without a flag: nobody has it, or everyone.',
  requires: 'release',
  input: z.object({ itemId, rung: z.enum(shortRungs) }),
  output: Story,
});

export const reportDeployed = command({
  name: 'ladder.deployed',
  summary:
    'Tells, as a step of CI, that the code of these stories was deployed. In production it releases those that go without a flag.',
  requires: 'release',
  input: z.object({
    itemIds: z.array(itemId).min(1).max(200).describe('Stories by handle or id, as the commits name them'),
    environment: environmentKeyName.describe('Key of the environment that was deployed to'),
  }),
  output: z.object({
    released: z.array(z.string()).describe('Handles of the stories that everyone has now'),
    left: z.array(z.object({ itemId, why: z.string() })).describe('What the deployment releases to nobody, and why'),
  }),
});
