import { z } from 'zod';
import { idOf } from '../ids.ts';
import { filledLine, instant, oneLine, personId } from '../schema-parts.ts';
import { viewPlaces } from './view-places.ts';

/** What a view asks of its place: the same texts as stand in the address; empty means as the place itself is. */
export const ViewAsks = z.object({
  query: oneLine(1000).describe('As it is typed into the filter'),
  sort: oneLine(40).describe('`age`, or `-age` the other way round'),
  group: oneLine(40).describe('`owner`, `size`, `step`, `type`, `team`, `label` or `none`'),
  layout: z.enum(['', 'board']).describe('`board`, where the place has one'),
  lanes: z.enum(['', 'owner']).describe('Swimlanes of the board'),
  columns: oneLine(400).describe('Ids of the columns of a table in order, with commas between'),
});
export type ViewAsks = z.infer<typeof ViewAsks>;

export const View = z
  .object({
    id: idOf('view'),
    name: filledLine(60),
    place: z.enum(viewPlaces),
    ...ViewAsks.shape,
    madeBy: personId.describe('Who saved it'),
    createdAt: instant,
  })
  .describe('A place as somebody asked for it, kept under a name: as `view` everyone sees it, as `ownview` its maker alone');
export type View = z.infer<typeof View>;
