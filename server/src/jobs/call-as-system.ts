/** What the server does by itself goes the same road as everybody's commands, as nobody's in particular. */
import type { Id } from '@shortlist/domain/ids.ts';
import type { CommandName, InputOf } from '@shortlist/domain/operations.ts';
import { isRefusal } from '@shortlist/domain/refusal.ts';
import { runOperation, type Road } from '../run-operation.ts';

/** Runs a command for the system; its changes have no member behind them. Throws the refusal's sentence. */
export async function callAsSystem<Name extends CommandName>(
  road: Road,
  workspaceId: string,
  name: Name,
  input: InputOf<Name>,
): Promise<void> {
  // The id is the installation's own.
  const actor = { workspaceId: workspaceId as Id<'workspace'>, memberId: null, role: 'owner', via: 'system' } as const;
  const answer = await runOperation(road, { kind: 'known', actor, scope: 'full', sessionId: null }, name, input);
  if (isRefusal(answer)) throw new Error(answer.message);
}
