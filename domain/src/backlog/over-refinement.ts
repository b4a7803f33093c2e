import { z } from 'zod';
import { filledLine } from '../schema-parts.ts';

/** The same in every command that brings something into refinement. */
export const over = z
  .object({ reason: filledLine(400) })
  .optional()
  .describe('Goes over what refinement holds; only while the team’s rate is declared and not measured');
