/** The road asks here whether what an operation belongs to is on for who calls. Most belong to nothing that can be switched. */
import type { Actor } from '@shortlist/domain/decision.ts';
import { featureOf } from '@shortlist/domain/feature/features.ts';
import { whyOff } from '@shortlist/domain/feature/is-feature-on.ts';
import type { Refusal } from '@shortlist/domain/refusal.ts';
import type { Database } from './db/connect.ts';
import { readOne } from './db/load-entity.ts';

/** Why the operation is refused; null where its feature is on for the actor, and for all that has none. */
export async function switchedOff(db: Database['db'], actor: Actor, operation: string): Promise<Refusal | null> {
  const feature = featureOf(operation);
  if (feature === null) return null;
  const workspace = await readOne(db, 'workspace', actor.workspaceId, actor.workspaceId);
  return workspace === undefined ? null : whyOff(feature.key, workspace, actor.role);
}
