/** What the server does by itself goes the same road as everybody's commands, as nobody's in particular. */
import type { CommandName, InputOf, OutputOf } from '@shortlist/domain/operations.ts';
import { isRefusal } from '@shortlist/domain/refusal.ts';
import { runOperation, type Road } from '../run-operation.ts';

/** Runs a command for the system; its changes have no member behind them. Throws the refusal's sentence. */
export async function callAsSystem<Name extends CommandName>(
  road: Road,
  workspaceId: string,
  name: Name,
  input: InputOf<Name>,
): Promise<OutputOf<Name>> {
  const answer = await runOperation(road, { kind: 'system', workspaceId }, name, input);
  if (isRefusal(answer)) throw new Error(answer.message);
  // The road answers what the operation's schema says.
  return answer.value as OutputOf<Name>;
}
