/** For whom a feature of Shortlist's own is on. */
import { put, type Decision } from '../decision.ts';
import type { ParsedInputOf } from '../operations.ts';
import type { Workspace } from '../workspace/workspace.ts';

export function setFeature(
  { workspace }: { readonly workspace: Workspace },
  { feature, audience }: ParsedInputOf<'workspace.setFeature'>,
): Decision<Workspace> {
  const chosen: Workspace = { ...workspace, features: { ...workspace.features, [feature]: audience } };
  return { changes: [put('workspace.feature_set', 'workspace', chosen)], value: chosen };
}
