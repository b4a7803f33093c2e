import { z } from 'zod';
import { command, query } from '../operation.ts';
import { View, ViewAsks } from './view.ts';

const shared = z.boolean().describe('Everyone who reads the workspace sees it; else its maker alone');
const SharedView = z.object({ view: View, shared });

export const saveView = command({
  name: 'view.save',
  summary: 'Keeps a place as it is asked for, under a name.',
  requires: 'shape',
  input: z.object({
    name: View.shape.name,
    place: View.shape.place,
    shared: shared.default(false),
    query: ViewAsks.shape.query.default(''),
    sort: ViewAsks.shape.sort.default(''),
    group: ViewAsks.shape.group.default(''),
    layout: ViewAsks.shape.layout.default(''),
    lanes: ViewAsks.shape.lanes.default(''),
    columns: ViewAsks.shape.columns.default(''),
  }),
  output: SharedView,
});

export const editView = command({
  name: 'view.edit',
  summary: 'Changes a view: its name, what it asks, whether everyone sees it. Its maker, admins and owners may.',
  requires: 'shape',
  input: z.object({
    viewId: View.shape.id,
    shared: shared.optional(),
    name: View.shape.name.optional(),
    ...ViewAsks.partial().shape,
  }),
  output: SharedView,
});

export const removeView = command({
  name: 'view.remove',
  summary: 'Takes a view away. Its maker, admins and owners may.',
  requires: 'shape',
  input: z.object({ viewId: View.shape.id }),
  output: SharedView,
});

export const listViews = query({
  name: 'view.list',
  summary: 'The views everyone sees, and one’s own.',
  requires: 'read',
  input: z.object({}),
  output: z.object({ items: z.array(SharedView), next: z.null() }),
});
