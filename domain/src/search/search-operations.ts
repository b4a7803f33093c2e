import { z } from 'zod';
import { query } from '../operation.ts';
import { pageOf } from '../schema-parts.ts';
import { hitStandings, hitTypes } from './search-hit.ts';

const SearchHit = z
  .object({
    type: z.enum(hitTypes).describe('What the words were found in'),
    id: z.string().describe('Its id'),
    handle: z.string().describe('Of the idea or the work item to open; a criterion’s is `STORY-34 AC-2`'),
    title: z.string().describe('Of that idea or work item'),
    excerpt: z.string().describe('A line of the text around the first word found; empty where only the title has it'),
    standing: z.enum(hitStandings),
    note: z.string().nullable().describe('Why it was rejected, merged or given up'),
  })
  .describe('Something that was found. All texts are plain, never HTML');

const words = z.string().trim().min(1, 'must not be empty');

export const findBySearch = query({
  name: 'search.find',
  summary: 'Searches ideas, work items, criteria, long texts and evidence, the best first. Suggesters find their own ideas.',
  requires: 'find',
  input: z.object({
    query: words
      .max(200, 'is longer than 200 characters')
      .describe('Words; the last may be begun, small slips are forgiven. What a handle names comes first'),
    types: z.array(z.enum(hitTypes)).min(1).max(hitTypes.length).optional().describe('Only these; absent: all'),
    limit: z.int().min(1).max(100).default(20).describe('How many at most'),
    after: z.string().max(200).optional().describe('The `next` of the page before'),
  }),
  output: pageOf(SearchHit),
});

export const findSimilar = query({
  name: 'idea.similar',
  summary: 'Ideas and work items that may be the same already, the likeliest first. Suggesters see their own ideas.',
  requires: 'find',
  input: z.object({ text: words.max(2000, 'is longer than 2000 characters').describe('A problem as it would be captured') }),
  output: z.object({
    items: z.array(SearchHit.extend({ shared: z.array(z.string()).describe('The rarest words that both have') })),
  }),
});
