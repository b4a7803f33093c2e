import { z } from 'zod';
import { idOf } from '../ids.ts';
import { filledLine, instant, personId } from '../schema-parts.ts';
import { storyPoints } from '../story/ready-points.ts';
import { stepCategories } from './workflow.ts';

export const WorkflowStep = z
  .object({
    id: z
      .string()
      .regex(/^[a-z][a-z0-9_]{0,39}$/, 'is not a step id: small letters, digits and _')
      .describe('Stable id'),
    name: filledLine(40),
    category: z.enum(stepCategories),
    limit: z
      .int()
      .min(1)
      .max(99)
      .optional()
      .describe('Items it should hold at most; absent: any number. It warns and never blocks'),
  })
  .describe('One column of a team’s workflow');
export type WorkflowStep = z.infer<typeof WorkflowStep>;

export const Team = z
  .object({
    id: idOf('team'),
    key: z
      .string()
      .regex(/^[A-Z][A-Z0-9]{1,7}$/, 'must be 2 to 8 capital letters or digits, starting with a letter')
      .describe('Short name, accepted wherever a team’s id is'),
    name: filledLine(60),
    timeZone: z.string().max(60).describe('IANA zone in which the team’s days begin and end, such as `Europe/Berlin`'),
    workingDays: z.array(z.int().min(1).max(7)).min(1).max(7).describe('1 is Monday, 7 is Sunday'),
    windowDays: z.int().min(14).max(56).describe('How many days of work the backlog may hold'),
    declaredWeekly: z
      .number()
      .min(0)
      .max(500)
      .describe('Items a week the team believes it finishes; used only until its own record says'),
    steps: z.array(WorkflowStep).min(4).max(25).describe('The workflow, in order'),
    memberIds: z.array(personId).max(500).describe('Who moves the team’s items'),
    leadIds: z.array(personId).max(50).describe('Members who may go over the window with a reason'),
    readyPoints: z.array(z.enum(storyPoints)).max(20).describe('What a story needs before the team may commit it'),
    createdAt: instant,
  })
  .describe('The group that owns one backlog');
export type Team = z.infer<typeof Team>;
