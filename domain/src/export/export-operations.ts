import { z } from 'zod';
import { query } from '../operation.ts';
import { queryLengthMost } from '../query/query-parse.ts';
import { Team } from '../workspace/team.ts';
import { columnsShownFirst, everythingColumnIds } from './everything-columns.ts';
import { exportedMost } from './export-limits.ts';

const columnIds = everythingColumnIds.join(', ');
const column = z.enum(everythingColumnIds, { error: `is no column; there are ${columnIds}` });

export const exportEverything = query({
  name: 'everything.export',
  summary:
    'Ideas, stories and tasks as comma-separated values, finished ones too: what a query asks for, in its order, with columns of choice.',
  requires: 'read',
  input: z.object({
    query: z
      .string()
      .max(queryLengthMost)
      .default('')
      .describe('As in the app: `type:story owner:me is:open sort:-age`. Empty: everything, the youngest first'),
    columns: z
      .array(column)
      .min(1)
      .max(everythingColumnIds.length)
      .default([...columnsShownFirst])
      .describe('In the order in which they are to stand'),
    timeZone: Team.shape.timeZone.default('UTC').describe('IANA zone in which the days of the query begin'),
  }),
  output: z.object({
    csv: z
      .string()
      .describe(
        'RFC 4180 with a line of titles, lines ended by CRLF, times in UTC; a value that a spreadsheet would run has an apostrophe before it',
      ),
    rows: z.int().describe(`Lines beside the titles; what asks for more than ${exportedMost} is refused`),
  }),
});
