import { z } from 'zod';
import { command } from '../operation.ts';
import { Workspace } from '../workspace/workspace.ts';
import { audiences, featureKeys } from './feature-words.ts';

export const setFeature = command({
  name: 'workspace.setFeature',
  summary: 'Says for whom a feature of Shortlist itself is on: nobody, owners and admins, or everyone.',
  requires: 'manage_workspace',
  input: z.object({
    feature: z.enum(featureKeys).describe('Key of the feature'),
    audience: z.enum(audiences).describe('`ourselves`: owners and admins'),
  }),
  output: Workspace,
});
