/** A decision context for tests: fixed time, counted ids. */
import type { DecisionContext } from './decision.ts';
import { deriveId } from './derive-id.ts';
import type { Id } from './ids.ts';
import type { Role } from './workspace/roles.ts';

export const testNow = '2026-11-20T10:00:00.000Z';

export function aContext(role: Role = 'member', memberId = 'mem_one'): DecisionContext {
  return {
    // Tests choose ids; the brand exists for the compiler only.
    actor: { workspaceId: 'wsp_one' as Id<'workspace'>, memberId: memberId as Id<'person'>, role, via: 'api' },
    now: testNow,
    newId: (kind, index = 0) => deriveId('01900000-0000-7000-8000-000000000001', kind, index),
  };
}
