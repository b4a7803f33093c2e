import { z } from 'zod';
import { idOf } from '../ids.ts';
import { filledLine, instant, longText } from '../schema-parts.ts';
import { personaLimits } from './persona-limits.ts';

export const Persona = z
  .object({
    id: idOf('persona'),
    name: filledLine(120).describe('As stories say it: “A harbour master on a Saturday”'),
    goals: longText(personaLimits.goals).describe('What they want to get done, in Markdown; may be empty'),
    frustrations: longText(personaLimits.frustrations).describe('What is in their way, in Markdown; may be empty'),
    notes: longText(personaLimits.notes).describe('Whatever else helps to know them, in Markdown; may be empty'),
    pictureId: idOf('attachment').nullable().describe('The attached file that shows them'),
    mergedIntoId: idOf('persona').nullable().describe('The persona whose stories its own are now; null: it stands for itself'),
    archivedAt: instant.nullable().describe('When it was put away: it is not suggested any more'),
    createdAt: instant,
  })
  .describe('Somebody who has problems: what stories say in their first words');
export type Persona = z.infer<typeof Persona>;
